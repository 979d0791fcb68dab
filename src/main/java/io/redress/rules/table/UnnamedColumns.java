package io.redress.rules.table;

import io.redress.rules.source.Cell;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.Sheet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the columns without a name, once each. Their cells would be ignored without their author
 * noticing.
 */
final class UnnamedColumns {
  private final CellProblems problems;

  /** Columns with a name, and those found. */
  private final Set<Integer> columns = new HashSet<>();

  UnnamedColumns(Sheet sheet, CellProblems problems) {
    this.problems = problems;
    sheet.names().forEach(name -> columns.add(name.column()));
  }

  void find(List<Cell> row) {
    for (Cell cell : row) {
      if (columns.add(cell.column())) {
        problems.add(
            Cell.address(cell.column(), Sheet.NAMES_ROW),
            ProblemCode.BAD_HEADER,
            null,
            cell.address() + " is in a column without a name.",
            "Name the column in row 3, or write # there for remarks.");
      }
    }
  }
}
