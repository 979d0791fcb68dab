package io.redress.check.verify;

import io.redress.rules.table.Term;
import io.redress.rules.table.UnaryTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of unary tests as boxes: each row is the box of all facts that it matches.
 *
 * @param domains of the columns, from the left
 * @param rows their boxes, from the top; empty ones match nothing
 */
public record Boxes(List<Domain> domains, List<Box> rows) {
  /** Longs for the sets of values of some rows, 64 MB of them. */
  private static final long MOST_WORDS = 8L << 20;

  /** Empty when the rows are too many, and too different, to look at. */
  public static Optional<Boxes> of(List<Term> columns, List<List<UnaryTest>> rows) {
    List<Domain> domains = new ArrayList<>();
    List<Map<UnaryTest, long[]>> sides = new ArrayList<>();
    long words = 0;
    for (int column = 0; column < columns.size(); column++) {
      Set<UnaryTest> tests = new LinkedHashSet<>();
      for (List<UnaryTest> row : rows) {
        tests.add(row.get(column));
      }
      Domain domain = Domain.of(columns.get(column), tests);
      words += (long) domain.words() * tests.size();
      if (words > MOST_WORDS) {
        return Optional.empty();
      }
      Map<UnaryTest, long[]> passing = new HashMap<>();
      tests.forEach(test -> passing.put(test, domain.passing(test)));
      domains.add(domain);
      sides.add(passing);
    }
    return Optional.of(new Boxes(domains, rows.stream().map(row -> box(row, sides)).toList()));
  }

  private static Box box(List<UnaryTest> row, List<Map<UnaryTest, long[]>> sides) {
    long[][] box = new long[row.size()][];
    for (int column = 0; column < box.length; column++) {
      box[column] = sides.get(column).get(row.get(column));
    }
    return new Box(box);
  }

  /** All facts, with or without those of which something is not known. */
  public Box everything(boolean unknown) {
    return new Box(domains.stream().map(domain -> domain.all(unknown)).toArray(long[][]::new));
  }

  /** Whether a box leaves a column open, not known included. */
  public boolean anything(Box box, int column) {
    return Arrays.equals(box.side(column), domains.get(column).all(true));
  }

  /** Facts in a box, as few as will do: what may be anything stays unknown. */
  public Map<String, Object> example(Box box) {
    Map<String, Object> example = new LinkedHashMap<>();
    for (int column = 0; column < domains.size(); column++) {
      Domain domain = domains.get(column);
      if (!anything(box, column)) {
        domain.some(box.side(column)).ifPresent(value -> example.put(domain.term().name(), value));
      }
    }
    return example;
  }
}
