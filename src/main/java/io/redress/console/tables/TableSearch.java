package io.redress.console.tables;

import io.redress.console.Messages;
import io.redress.rules.source.Cell;
import io.redress.rules.table.SheetColumn;
import io.redress.rules.table.TableSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cells of all tables of a rule set that contain a text. */
record TableSearch(List<Hit> hits, boolean more) {
  private static final int MAX_HITS = 200;

  /**
   * A cell that contains the text.
   *
   * @param column label of the column
   */
  public record Hit(String table, String sheet, String cell, String column, String text) {}

  /**
   * @param wanted the text, ignoring case; a blank text matches nothing
   */
  static TableSearch of(List<TableSheet> grids, String wanted, Messages messages) {
    String text = wanted.strip().toLowerCase(Locale.ROOT);
    List<Hit> hits = new ArrayList<>();
    if (text.isEmpty()) {
      return new TableSearch(hits, false);
    }
    for (TableSheet grid : grids) {
      for (int i = 0; i < grid.rows().size(); i++) {
        for (int j = 0; j < grid.columns().size(); j++) {
          if (contains(grid.rows().get(i).get(j), text, messages)) {
            if (hits.size() == MAX_HITS) {
              return new TableSearch(hits, true);
            }
            hits.add(hit(grid, TableSheet.FIRST_ROW + i, j));
          }
        }
      }
    }
    return new TableSearch(hits, false);
  }

  /** Whether the text is in a cell, or in the words for its codes. */
  private static boolean contains(String cell, String text, Messages messages) {
    return !cell.isEmpty()
        && (cell.toLowerCase(Locale.ROOT).contains(text)
            || messages.words(cell).toLowerCase(Locale.ROOT).contains(text));
  }

  private static Hit hit(TableSheet grid, int row, int place) {
    SheetColumn column = grid.columns().get(place);
    return new Hit(
        grid.table().name(),
        grid.table().sheet(),
        Cell.address(column.position(), row),
        column.label().isEmpty() ? column.title() : column.label(),
        grid.rows().get(row - TableSheet.FIRST_ROW).get(place));
  }
}
