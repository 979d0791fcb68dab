package io.redress.verify;

import io.redress.table.DecisionTable;
import io.redress.table.UnaryTest;
import io.redress.verify.Finding.Code;
import io.redress.verify.Finding.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * A table as boxes: each row is the box of all facts that it matches.
 *
 * @param boxes of the rows, from the top; empty ones match nothing
 */
record TableBoxes(DecisionTable table, List<Domain> domains, List<Box> boxes) {
  /** Longs for the sets of values of a table, 64 MB of them. */
  private static final long MOST_WORDS = 8L << 20;

  private static final int MOST_NAMED = 8;

  /** Empty when the table is too large to look at. */
  static Optional<TableBoxes> of(DecisionTable table) {
    List<Domain> domains = new ArrayList<>();
    List<Map<UnaryTest, long[]>> sides = new ArrayList<>();
    long words = 0;
    for (int column = 0; column < table.conditions().size(); column++) {
      Set<UnaryTest> tests = new LinkedHashSet<>();
      for (List<UnaryTest> row : table.tests()) {
        tests.add(row.get(column));
      }
      Domain domain = Domain.of(table.conditions().get(column), tests);
      words += (long) domain.words() * tests.size();
      if (words > MOST_WORDS) {
        return Optional.empty();
      }
      Map<UnaryTest, long[]> passing = new HashMap<>();
      tests.forEach(test -> passing.put(test, domain.passing(test)));
      domains.add(domain);
      sides.add(passing);
    }
    return Optional.of(
        new TableBoxes(
            table, domains, table.tests().stream().map(row -> box(row, sides)).toList()));
  }

  private static Box box(List<UnaryTest> row, List<Map<UnaryTest, long[]>> sides) {
    long[][] box = new long[row.size()][];
    for (int column = 0; column < box.length; column++) {
      box[column] = sides.get(column).get(row.get(column));
    }
    return new Box(box);
  }

  /** All facts, with or without those of which something is not known. */
  Box everything(boolean unknown) {
    return new Box(domains.stream().map(domain -> domain.all(unknown)).toArray(long[][]::new));
  }

  /** Some rows in words, such as {@code rows 4, 7 and 9}, by their numbers in the spreadsheet. */
  String name(List<Integer> rows) {
    List<String> names = new ArrayList<>();
    numbers(rows).stream().limit(MOST_NAMED).forEach(number -> names.add(number.toString()));
    if (rows.size() > MOST_NAMED) {
      names.add(rows.size() - MOST_NAMED + " more");
    }
    String last = names.remove(names.size() - 1);
    return names.isEmpty() ? "row " + last : "rows " + String.join(", ", names) + " and " + last;
  }

  private List<Integer> numbers(List<Integer> rows) {
    return rows.stream().map(row -> table.rows().get(row).source().row()).toList();
  }

  /** Whether two rows say the same. */
  boolean agree(int row, int other) {
    return table.rows().get(row).outcomes().equals(table.rows().get(other).outcomes());
  }

  /** Facts in a box, as few as will do: what may be anything stays unknown. */
  Map<String, Object> example(Box box) {
    Map<String, Object> example = new LinkedHashMap<>();
    for (int column = 0; column < domains.size(); column++) {
      Domain domain = domains.get(column);
      if (!anything(box, column)) {
        domain.some(box.side(column)).ifPresent(value -> example.put(domain.term().name(), value));
      }
    }
    return example;
  }

  Finding finding(Severity severity, Code code, List<Integer> rows, String message) {
    return finding(severity, code, rows, message, Map.of());
  }

  Finding finding(
      Severity severity,
      Code code,
      List<Integer> rows,
      String message,
      Map<String, Object> example) {
    return new Finding(
        severity, code, table.name(), table.file(), table.sheet(), numbers(rows), message, example);
  }

  /** What to say when the budget was spent. */
  Finding notFinished(List<Integer> rows, String question) {
    return finding(
        Severity.WARNING,
        Code.NOT_FINISHED,
        rows,
        question + " was not found out in the time that there is. Split the table.");
  }

  /** The example in words, such as {@code reason LOST, daysLate 12}. */
  String words(Box box) {
    StringJoiner words = new StringJoiner(", ").setEmptyValue("any facts");
    for (int column = 0; column < domains.size(); column++) {
      if (!anything(box, column)) {
        Domain domain = domains.get(column);
        String value = domain.some(box.side(column)).map(TableBoxes::word).orElse("not known");
        words.add(domain.term().name() + " " + value);
      }
    }
    return words.toString();
  }

  private boolean anything(Box box, int column) {
    return Arrays.equals(box.side(column), domains.get(column).all(true));
  }

  private static String word(Object value) {
    return value instanceof Set<?> words && words.isEmpty() ? "none" : value.toString();
  }
}
