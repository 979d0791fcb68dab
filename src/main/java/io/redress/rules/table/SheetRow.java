package io.redress.rules.table;

import io.redress.rules.source.Cell;
import java.util.List;

/**
 * A row of a sheet that is not blank.
 *
 * @param number the row number of the spreadsheet
 * @param cells those that are not empty, from the left
 */
public record SheetRow(int number, List<Cell> cells) {
  /** What the sheet shows in a column; empty for an empty cell. */
  public String shown(SheetColumn column) {
    Cell cell = Cell.at(cells, column.position());
    return cell == null ? "" : cell.shown();
  }
}
