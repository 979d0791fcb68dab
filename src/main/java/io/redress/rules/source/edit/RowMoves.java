package io.redress.rules.source.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Maps the new rows of a sheet to the original ones, by row number from 1.
 *
 * @param first the first row that may move
 * @param last the last original row that is not empty
 * @param origins for each new row, from the first on, the original row whose style it has
 * @param none whether no row moves
 */
record RowMoves(int first, int last, List<Integer> origins, boolean none) {

  static RowMoves of(int first, int last, List<EditedRow> rows) {
    List<Integer> origins = new ArrayList<>();
    boolean none = rows.size() == last - first + 1;
    int above =
        rows.stream().mapToInt(EditedRow::from).filter(from -> from > 0).findFirst().orElse(first);
    for (EditedRow row : rows) {
      none &= row.from() == first + origins.size();
      above = row.from() == EditedRow.NEW ? above : row.from();
      origins.add(above);
    }
    return new RowMoves(first, last, List.copyOf(origins), none);
  }

  /** Returns the last new row. */
  int newLast() {
    return first + origins.size() - 1;
  }

  /**
   * Returns the new rows of an original row: none when it is deleted, several when it is copied.
   */
  IntStream newRows(int row) {
    return IntStream.range(0, origins.size())
        .filter(i -> origins.get(i) == row)
        .map(i -> first + i);
  }

  /** Returns the new last row of a range that covered all rows; empty when it does not change. */
  OptionalInt newEnd(int end) {
    return end == last || end > last && end < newLast() && end >= first
        ? OptionalInt.of(Math.max(newLast(), first - 1))
        : OptionalInt.empty();
  }

  /**
   * Returns the new ranges of a range of cells: none when its rows are deleted, several when they
   * are separated.
   */
  List<CellRangeAddress> follow(CellRangeAddress area) {
    int top = area.getFirstRow() + 1;
    int bottom = area.getLastRow() + 1;
    if (bottom < first || top > last) {
      return List.of(area);
    }
    List<int[]> runs = new ArrayList<>();
    if (top < first) {
      extend(runs, top, first - 1);
    }
    for (int i = 0; i < origins.size(); i++) {
      if (origins.get(i) >= top && origins.get(i) <= bottom) {
        extend(runs, first + i, first + i);
      }
    }
    if (bottom > last && bottom > newLast()) {
      extend(runs, newLast() + 1, bottom);
    }
    return runs.stream()
        .map(
            run ->
                new CellRangeAddress(
                    run[0] - 1, run[1] - 1, area.getFirstColumn(), area.getLastColumn()))
        .toList();
  }

  private static void extend(List<int[]> runs, int from, int to) {
    if (!runs.isEmpty() && runs.get(runs.size() - 1)[1] == from - 1) {
      runs.get(runs.size() - 1)[1] = to;
    } else {
      runs.add(new int[] {from, to});
    }
  }
}
