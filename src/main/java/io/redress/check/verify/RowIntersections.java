package io.redress.check.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows of a table may have facts in common, without each being compared with each: in long
 * tables columns have few different cells, and of each it is enough to know once which others meet
 * it.
 */
final class RowIntersections {
  /** With more different cells in a column, comparing them all takes longer than it spares. */
  private static final int MOST_SIDES = 1_024;

  private final int rows;
  private final List<Column> columns;

  /**
   * @param sideOf for each row, the number of its cell among the different ones
   * @param meeting for each different cell, the rows whose cells have a value in common with it
   */
  private record Column(int[] sideOf, BitSet[] meeting) {}

  private RowIntersections(int rows, List<Column> columns) {
    this.rows = rows;
    this.columns = columns;
  }

  static RowIntersections of(List<Box> boxes) {
    List<Column> columns = new ArrayList<>();
    for (int column = 0; !boxes.isEmpty() && column < boxes.get(0).columns(); column++) {
      Map<long[], Integer> numbers = new IdentityHashMap<>();
      List<long[]> sides = new ArrayList<>();
      int[] sideOf = new int[boxes.size()];
      for (int row = 0; row < sideOf.length; row++) {
        long[] side = boxes.get(row).side(column);
        sideOf[row] = numbers.computeIfAbsent(side, first -> sides.size());
        if (sideOf[row] == sides.size()) {
          sides.add(side);
        }
      }
      if (sides.size() <= MOST_SIDES) {
        columns.add(new Column(sideOf, meeting(sides, sideOf)));
      }
    }
    return new RowIntersections(boxes.size(), columns);
  }

  private static BitSet[] meeting(List<long[]> sides, int[] sideOf) {
    BitSet[] holding = new BitSet[sides.size()];
    for (int side = 0; side < holding.length; side++) {
      holding[side] = new BitSet(sideOf.length);
    }
    for (int row = 0; row < sideOf.length; row++) {
      holding[sideOf[row]].set(row);
    }
    BitSet[] meeting = new BitSet[sides.size()];
    for (int side = 0; side < meeting.length; side++) {
      meeting[side] = new BitSet(sideOf.length);
      for (int other = 0; other < meeting.length; other++) {
        if (Box.intersect(sides.get(side), sides.get(other))) {
          meeting[side].or(holding[other]);
        }
      }
    }
    return meeting;
  }

  /** The rows above one that may have facts in common with it, from the top. */
  List<Integer> above(int row) {
    BitSet above = with(row);
    above.clear(row, rows);
    return above.stream().boxed().toList();
  }

  /** The rows below one that may have facts in common with it, from the top. */
  int[] below(int row) {
    BitSet below = with(row);
    below.clear(0, row + 1);
    return below.stream().toArray();
  }

  private BitSet with(int row) {
    BitSet with = new BitSet(rows);
    with.set(0, rows);
    columns.forEach(column -> with.and(column.meeting[column.sideOf[row]]));
    return with;
  }
}
