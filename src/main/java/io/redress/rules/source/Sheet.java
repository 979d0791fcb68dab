package io.redress.rules.source;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a worksheet, without formulas, errors and merged regions.
 *
 * @param file path of the workbook inside the rule set
 * @param rows the rows that are not empty, top down; in each the cells that are not empty, left to
 *     right
 * @param refused addresses of cells that are left out because they already have a problem
 * @param warnings about cells that are read
 */
public record Sheet(
    String file,
    String name,
    List<List<Cell>> rows,
    Set<String> refused,
    List<CellWarning> warnings) {
  /** The row that names the columns; the rows below are the data. */
  public static final int NAMES_ROW = 3;

  public Sheet {
    rows = rows.stream().map(List::copyOf).toList();
    refused = Set.copyOf(refused);
    warnings = List.copyOf(warnings);
  }

  /** A sheet without warnings. */
  public Sheet(String file, String name, List<List<Cell>> rows, Set<String> refused) {
    this(file, name, rows, refused, List.of());
  }

  /** Whether the sheet has this marker in A1. */
  public boolean holds(SheetMarker marker) {
    Cell first = rows.isEmpty() ? null : rows.get(0).get(0);
    return first != null && first.address().equals("A1") && first.text().equals(marker.text());
  }

  /** The names of the columns, from the left, with those of remarks. */
  public List<Cell> names() {
    return rows.stream().filter(row -> row.get(0).row() == NAMES_ROW).findFirst().orElse(List.of());
  }

  /** The rows below the names. */
  public List<List<Cell>> data() {
    return rows.stream().filter(row -> row.get(0).row() > NAMES_ROW).toList();
  }

  /** Returns a problem with a cell of this sheet. */
  public RuleProblem problem(
      String cell, ProblemCode code, @Nullable String value, String message, String suggestion) {
    return new RuleProblem(file, name, cell, null, code, value, message, suggestion);
  }

  /** Returns the problem of a column whose name another one has. */
  public RuleProblem duplicateColumn(Cell name) {
    return problem(
        name.address(),
        ProblemCode.DUPLICATE_COLUMN,
        name.text(),
        "a column further left has this name.",
        "Merge the two.");
  }

  /** Returns the problem of a sheet in a file that does not hold sheets of its kind. */
  public RuleProblem misplaced() {
    for (SheetMarker marker : SheetMarker.values()) {
      if (holds(marker)) {
        return problem(
            "A1",
            ProblemCode.SHEET_MISPLACED,
            marker.text(),
            "a sheet of this kind is not read in " + file + ".",
            "Move it to " + marker.place() + ".");
      }
    }
    throw new IllegalStateException("not a data sheet");
  }
}
