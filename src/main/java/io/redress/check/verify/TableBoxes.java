package io.redress.check.verify;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.table.DecisionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * A table as boxes, and how to speak of its rows.
 *
 * @param meeting which of the rows may have facts in common
 */
record TableBoxes(DecisionTable table, Boxes all, RowIntersections meeting) {
  private static final int MOST_NAMED = 8;

  /** Empty when the table is too large to look at. */
  static Optional<TableBoxes> of(DecisionTable table) {
    return Boxes.of(table.conditions(), table.tests())
        .map(boxes -> new TableBoxes(table, boxes, RowIntersections.of(boxes.rows())));
  }

  List<Domain> domains() {
    return all.domains();
  }

  /** Of the rows, from the top; empty ones match nothing. */
  List<Box> boxes() {
    return all.rows();
  }

  /** All facts, with or without those of which something is not known. */
  Box everything(boolean unknown) {
    return all.everything(unknown);
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

  Map<String, Object> example(Box box) {
    return all.example(box);
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
    for (int column = 0; column < domains().size(); column++) {
      if (!all.anything(box, column)) {
        Domain domain = domains().get(column);
        String value = domain.some(box.side(column)).map(TableBoxes::word).orElse("not known");
        words.add(domain.term().name() + " " + value);
      }
    }
    return words.toString();
  }

  private static String word(Object value) {
    return value instanceof Set<?> words && words.isEmpty() ? "none" : value.toString();
  }
}
