package io.redress.check.verify;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.source.Cell;
import io.redress.rules.table.Column;
import io.redress.rules.table.DecisionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * A table with the boxes of its rows, and texts that name its rows and facts.
 *
 * @param intersections which rows may match the same facts
 */
record TableBoxes(DecisionTable table, Boxes all, RowIntersections intersections) {
  private static final int MAX_NAMED = 8;

  /** Empty when the table is too large to analyse. */
  static Optional<TableBoxes> of(DecisionTable table) {
    return Boxes.of(table.conditions(), table.tests())
        .map(boxes -> new TableBoxes(table, boxes, RowIntersections.of(boxes.rows())));
  }

  List<Domain> domains() {
    return all.domains();
  }

  /** The boxes of the rows, top to bottom; empty where no facts match. */
  List<Box> boxes() {
    return all.rows();
  }

  /**
   * The box of all facts.
   *
   * @param unknown whether facts with unknown values are included
   */
  Box allFacts(boolean unknown) {
    return all.allFacts(unknown);
  }

  /** Names rows by their numbers in the spreadsheet, such as {@code rows 4, 7 and 9}. */
  String label(List<Integer> rows) {
    List<String> names = new ArrayList<>();
    numbers(rows).stream().limit(MAX_NAMED).forEach(number -> names.add(number.toString()));
    if (rows.size() > MAX_NAMED) {
      names.add(rows.size() - MAX_NAMED + " more");
    }
    String last = names.remove(names.size() - 1);
    return names.isEmpty() ? "row " + last : "rows " + String.join(", ", names) + " and " + last;
  }

  private List<Integer> numbers(List<Integer> rows) {
    return rows.stream().map(row -> table.rows().get(row).source().row()).toList();
  }

  /** Whether two rows have the same outcomes. */
  boolean sameOutcomes(int row, int other) {
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
        severity,
        code,
        table.name(),
        table.file(),
        table.sheet(),
        null,
        numbers(rows),
        message,
        example);
  }

  /** A finding at the cell of a row in a condition's column. */
  Finding atCell(Severity severity, Code code, int row, int condition, String message) {
    return new Finding(
        severity,
        code,
        table.name(),
        table.file(),
        table.sheet(),
        address(row, condition),
        numbers(List.of(row)),
        message,
        Map.of());
  }

  private String address(int row, int condition) {
    List<Column> conditions = table.columns().stream().filter(column -> !column.outcome()).toList();
    return Cell.address(conditions.get(condition).position(), table.rows().get(row).source().row());
  }

  /** Reports that the budget ran out. */
  Finding notFinished(List<Integer> rows, String question) {
    return finding(
        Severity.WARNING,
        Code.NOT_FINISHED,
        rows,
        "the analysis ran out of time and did not show " + question + ". Split the table.");
  }

  /** Describes an example of the facts in a box, such as {@code reason LOST, daysLate 12}. */
  String describe(Box box) {
    StringJoiner words = new StringJoiner(", ").setEmptyValue("any facts");
    for (int column = 0; column < domains().size(); column++) {
      if (!all.unrestricted(box, column)) {
        Domain domain = domains().get(column);
        String value =
            domain.sample(box.side(column)).map(TableBoxes::describe).orElse("not" + " known");
        words.add(domain.term().name() + " " + value);
      }
    }
    return words.toString();
  }

  private static String describe(Object value) {
    return value instanceof Set<?> words && words.isEmpty() ? "none" : value.toString();
  }
}
