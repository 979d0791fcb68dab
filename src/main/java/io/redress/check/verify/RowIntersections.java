package io.redress.check.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which rows of a table may match the same facts, without comparing all pairs of rows: long
 * tables have few distinct cells in a column, so it is enough to compare those.
 */
final class RowIntersections {
  /** Columns with more distinct cells are ignored: comparing them costs more than it saves. */
  private static final int MAX_SETS = 1_024;

  private final int rows;
  private final List<Column> columns;

  /**
   * @param setOf for each row, the index of its cell among the distinct cells
   * @param intersecting for each distinct cell, the rows whose cells share a value with it
   */
  private record Column(int[] setOf, BitSet[] intersecting) {}

  private RowIntersections(int rows, List<Column> columns) {
    this.rows = rows;
    this.columns = columns;
  }

  static RowIntersections of(List<Box> boxes) {
    List<Column> columns = new ArrayList<>();
    for (int column = 0; !boxes.isEmpty() && column < boxes.get(0).columns(); column++) {
      Map<long[], Integer> numbers = new IdentityHashMap<>();
      List<long[]> sets = new ArrayList<>();
      int[] setOf = new int[boxes.size()];
      for (int row = 0; row < setOf.length; row++) {
        long[] side = boxes.get(row).side(column);
        setOf[row] = numbers.computeIfAbsent(side, first -> sets.size());
        if (setOf[row] == sets.size()) {
          sets.add(side);
        }
      }
      if (sets.size() <= MAX_SETS) {
        columns.add(new Column(setOf, intersecting(sets, setOf)));
      }
    }
    return new RowIntersections(boxes.size(), columns);
  }

  private static BitSet[] intersecting(List<long[]> sets, int[] setOf) {
    BitSet[] rowsOf = new BitSet[sets.size()];
    for (int side = 0; side < rowsOf.length; side++) {
      rowsOf[side] = new BitSet(setOf.length);
    }
    for (int row = 0; row < setOf.length; row++) {
      rowsOf[setOf[row]].set(row);
    }
    BitSet[] intersecting = new BitSet[sets.size()];
    for (int side = 0; side < intersecting.length; side++) {
      intersecting[side] = new BitSet(setOf.length);
      for (int other = 0; other < intersecting.length; other++) {
        if (Box.intersect(sets.get(side), sets.get(other))) {
          intersecting[side].or(rowsOf[other]);
        }
      }
    }
    return intersecting;
  }

  /** The rows above that may match the same facts as this one, top to bottom. */
  List<Integer> above(int row) {
    BitSet above = with(row);
    above.clear(row, rows);
    return above.stream().boxed().toList();
  }

  /** The rows below that may match the same facts as this one, top to bottom. */
  int[] below(int row) {
    BitSet below = with(row);
    below.clear(0, row + 1);
    return below.stream().toArray();
  }

  private BitSet with(int row) {
    BitSet with = new BitSet(rows);
    with.set(0, rows);
    columns.forEach(column -> with.and(column.intersecting[column.setOf[row]]));
    return with;
  }
}
