package io.redress.rules.source.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Which rows of a sheet become which, by their numbers from 1.
 *
 * @param first the first row that may move
 * @param last the last row that held anything
 * @param origins for each row that is to be, from the first on, the row that it looks like
 * @param none whether all stay where they are
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

  /** The last row that is to hold anything. */
  int newLast() {
    return first + origins.size() - 1;
  }

  /** The rows that are to be what a row was: none where it goes, several where it is copied. */
  IntStream newRows(int row) {
    return IntStream.range(0, origins.size())
        .filter(i -> origins.get(i) == row)
        .map(i -> first + i);
  }

  /** The last row of a range that held all rows or more; empty where it is to be the same. */
  OptionalInt newEnd(int end) {
    return end == last || end > last && end < newLast() && end >= first
        ? OptionalInt.of(Math.max(newLast(), first - 1))
        : OptionalInt.empty();
  }

  /** What becomes of a range of cells: nothing where its rows go, several where they part. */
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
