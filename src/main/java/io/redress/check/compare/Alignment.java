package io.redress.check.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Matches the rows of two versions of a table. The maps hold positions, before to after.
 *
 * <p>Equal rows are matched first, and as many of them as possible count as unmoved: the longest
 * common subsequence if no two rows of a table are equal. Of the others, the most similar ones are
 * matched as changed rows.
 *
 * @param same equal rows in the same order
 * @param moved equal rows in another place
 * @param changed rows with changed cells
 */
record Alignment(
    SortedMap<Integer, Integer> same,
    SortedMap<Integer, Integer> moved,
    SortedMap<Integer, Integer> changed,
    List<Integer> removed,
    List<Integer> added) {

  /** The cells of a row, and how many rows above have equal cells. */
  private record Occurrence(List<Object> cells, int above) {}

  /**
   * @param conditions number of condition columns
   */
  static Alignment of(List<AlignedRow> before, List<AlignedRow> after, int conditions) {
    List<List<Object>> cellsBefore = before.stream().map(AlignedRow::cells).toList();
    List<List<Object>> cellsAfter = after.stream().map(AlignedRow::cells).toList();
    SortedMap<Integer, Integer> moved = equal(cellsBefore, cellsAfter);
    List<Integer> removed = new ArrayList<>();
    for (int row = 0; row < before.size(); row++) {
      if (!moved.containsKey(row)) {
        removed.add(row);
      }
    }
    boolean[] found = new boolean[after.size()];
    moved.values().forEach(row -> found[row] = true);
    List<Integer> added = new ArrayList<>();
    for (int row = 0; row < found.length; row++) {
      if (!found[row]) {
        added.add(row);
      }
    }
    SortedMap<Integer, Integer> same = inOrder(moved);
    moved.keySet().removeAll(same.keySet());
    SortedMap<Integer, Integer> changed =
        new SimilarRows(cellsBefore, cellsAfter, conditions).pair(removed, added);
    return new Alignment(same, moved, changed, removed, added);
  }

  private static SortedMap<Integer, Integer> equal(
      List<List<Object>> before, List<List<Object>> after) {
    Map<Occurrence, Integer> later = new HashMap<>();
    List<Occurrence> occurrences = occurrences(after);
    for (int row = 0; row < after.size(); row++) {
      later.put(occurrences.get(row), row);
    }
    SortedMap<Integer, Integer> equal = new TreeMap<>();
    occurrences = occurrences(before);
    for (int row = 0; row < before.size(); row++) {
      Integer found = later.get(occurrences.get(row));
      if (found != null) {
        equal.put(row, found);
      }
    }
    return equal;
  }

  private static List<Occurrence> occurrences(List<List<Object>> rows) {
    Map<List<Object>, Integer> seen = new HashMap<>();
    return rows.stream()
        .map(row -> new Occurrence(row, seen.merge(row, 1, Integer::sum) - 1))
        .toList();
  }

  /** The longest subsequence of pairs that is ascending in both tables. */
  static SortedMap<Integer, Integer> inOrder(SortedMap<Integer, Integer> pairs) {
    int[] before = pairs.keySet().stream().mapToInt(row -> row).toArray();
    int[] after = pairs.values().stream().mapToInt(row -> row).toArray();
    int[] previous = new int[before.length];
    // For each length, the smallest end of a subsequence of that length.
    int[] ends = new int[before.length];
    int[] lastOf = new int[before.length];
    int longest = 0;
    for (int pair = 0; pair < before.length; pair++) {
      int length = -Arrays.binarySearch(ends, 0, longest, after[pair]) - 1;
      ends[length] = after[pair];
      lastOf[length] = pair;
      previous[pair] = length == 0 ? -1 : lastOf[length - 1];
      longest = Math.max(longest, length + 1);
    }
    SortedMap<Integer, Integer> ordered = new TreeMap<>();
    int pair = longest == 0 ? -1 : lastOf[longest - 1];
    while (pair >= 0) {
      ordered.put(before[pair], after[pair]);
      pair = previous[pair];
    }
    return Collections.unmodifiableSortedMap(ordered);
  }
}
