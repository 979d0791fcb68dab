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
 * Rows of unary tests as boxes: each row is the box of the facts that it matches.
 *
 * @param domains of the columns, left to right
 * @param rows a box for each row, top to bottom; empty where no facts match
 */
public record Boxes(List<Domain> domains, List<Box> rows) {
  /** The value sets of all rows together take at most 64 MB. */
  private static final long MAX_LONGS = 8L << 20;

  /** Empty when the sets would take too much memory. */
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
      if (words > MAX_LONGS) {
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

  /**
   * The box of all facts.
   *
   * @param unknown whether facts with unknown values are included
   */
  Box allFacts(boolean unknown) {
    return new Box(domains.stream().map(domain -> domain.all(unknown)).toArray(long[][]::new));
  }

  /** Whether a box does not restrict a column: every value is in its set, unknown included. */
  public boolean unrestricted(Box box, int column) {
    return Arrays.equals(box.side(column), domains.get(column).all(true));
  }

  /** An example of the facts in a box; columns that the box does not restrict stay unknown. */
  public Map<String, Object> example(Box box) {
    Map<String, Object> example = new LinkedHashMap<>();
    for (int column = 0; column < domains.size(); column++) {
      Domain domain = domains.get(column);
      if (!unrestricted(box, column)) {
        domain
            .sample(box.side(column))
            .ifPresent(value -> example.put(domain.term().name(), value));
      }
    }
    return example;
  }
}
