package io.redress.rules.source.edit;

import java.util.Map;

/**
 * A row as it is to be.
 *
 * @param from number of the row that it was until now, or that it is a copy of; {@link #NEW} for a
 *     row that looks like its neighbour and holds nothing yet
 * @param cells by column from 0, those that are to hold something else than they do in that row
 */
public record EditedRow(int from, Map<Integer, EditedCell> cells) {
  /** Comes from nowhere. */
  public static final int NEW = 0;

  public EditedRow {
    cells = Map.copyOf(cells);
  }

  /** A row that stays as it is, be it elsewhere. */
  static EditedRow kept(int from) {
    return new EditedRow(from, Map.of());
  }
}
