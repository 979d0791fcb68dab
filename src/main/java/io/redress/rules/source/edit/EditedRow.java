package io.redress.rules.source.edit;

import java.util.Map;

/**
 * A row of the edited sheet.
 *
 * @param from number of the original row that it is or copies; {@link #NEW} for an empty row with
 *     the style of its neighbour
 * @param cells changed cells, by column from 0
 */
public record EditedRow(int from, Map<Integer, EditedCell> cells) {
  /** Marks a new row. */
  public static final int NEW = 0;

  public EditedRow {
    cells = Map.copyOf(cells);
  }

  /** Returns a row without changes, which may have moved. */
  static EditedRow kept(int from) {
    return new EditedRow(from, Map.of());
  }
}
