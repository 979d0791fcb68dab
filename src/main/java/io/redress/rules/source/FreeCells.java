package io.redress.rules.source;

import java.util.BitSet;

/**
 * The cells of a data sheet that only people read, and which may hold anything: the labels in row
 * 2, and the columns whose name in row 3 begins with {@code #}.
 */
final class FreeCells {
  private static final int LABELS_ROW = 2;
  private static final char REMARK = '#';

  private final boolean labels;
  private final BitSet columns = new BitSet();

  private FreeCells(boolean labels) {
    this.labels = labels;
  }

  /** For a sheet without any, such as one of code. */
  static FreeCells none() {
    return new FreeCells(false);
  }

  static FreeCells of(StoredSheet sheet, CellValues values) {
    FreeCells free = new FreeCells(true);
    StoredSheet.StoredRow names = sheet.rows().get(Sheet.NAMES_ROW);
    if (names != null) {
      for (StoredCell name : names.cells().values()) {
        boolean text = !name.type().equals("e");
        free.columns.set(name.column(), text && values.freeText(name).indexOf(REMARK) == 0);
      }
    }
    return free;
  }

  boolean holds(StoredCell cell) {
    return holds(cell.row(), cell.row(), cell.column(), cell.column());
  }

  /** Whether all cells of a block are free. */
  boolean holds(StoredSheet.Region region) {
    return holds(region.top(), region.bottom(), region.left(), region.right());
  }

  private boolean holds(int top, int bottom, int left, int right) {
    return labels && top == LABELS_ROW && bottom == LABELS_ROW
        || top >= Sheet.NAMES_ROW && columns.nextClearBit(left) > right;
  }
}
