package io.redress.check.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Pairs the most similar removed and added rows as changed rows. */
final class SimilarRows {
  /**
   * Beyond this number of pairs a table counts as rewritten, and rows are not paired one by one.
   */
  private static final int MAX_PAIRS = 200_000;

  private final List<List<Object>> before;
  private final List<List<Object>> after;
  private final int conditions;
  private final SortedMap<Integer, Integer> pairs = new TreeMap<>();

  private record Pair(int before, int after, int equalCells) {
    int distance() {
      return Math.abs(before - after);
    }
  }

  SimilarRows(List<List<Object>> before, List<List<Object>> after, int conditions) {
    this.before = before;
    this.after = after;
    this.conditions = conditions;
  }

  /** Returns the pairs, and removes their rows from the two lists. */
  SortedMap<Integer, Integer> pair(List<Integer> removed, List<Integer> added) {
    int columns = before.get(0).size();
    pairIgnoring(conditions, columns, removed, added);
    for (int column = 0; column < conditions; column++) {
      pairIgnoring(column, column + 1, removed, added);
    }
    if ((long) removed.size() * added.size() <= MAX_PAIRS) {
      pairMostSimilar(columns, removed, added);
    }
    return pairs;
  }

  /** Pairs rows that differ only in adjacent columns. */
  private void pairIgnoring(int from, int to, List<Integer> removed, List<Integer> added) {
    Map<List<Object>, Deque<Integer>> later = new HashMap<>();
    for (int row : added) {
      later
          .computeIfAbsent(without(after.get(row), from, to), first -> new ArrayDeque<>())
          .add(row);
    }
    for (int row : removed) {
      Deque<Integer> same = later.get(without(before.get(row), from, to));
      if (same != null && !same.isEmpty()) {
        pairs.put(row, same.remove());
      }
    }
    removePaired(removed, added);
  }

  private static List<Object> without(List<Object> cells, int from, int to) {
    List<Object> others = new ArrayList<>(cells);
    others.subList(from, to).clear();
    return others;
  }

  /** Pairs the remaining rows of which at least half of the cells are equal, most similar first. */
  private void pairMostSimilar(int columns, List<Integer> removed, List<Integer> added) {
    List<Pair> candidates = new ArrayList<>();
    for (int row : removed) {
      for (int other : added) {
        Pair pair = new Pair(row, other, equalCells(before.get(row), after.get(other)));
        if (2 * pair.equalCells >= columns) {
          candidates.add(pair);
        }
      }
    }
    candidates.sort(
        Comparator.comparingInt(Pair::equalCells).reversed().thenComparingInt(Pair::distance));
    Set<Integer> taken = new HashSet<>();
    for (Pair pair : candidates) {
      if (!pairs.containsKey(pair.before) && taken.add(pair.after)) {
        pairs.put(pair.before, pair.after);
      }
    }
    removePaired(removed, added);
  }

  private static int equalCells(List<Object> one, List<Object> other) {
    int equalCells = 0;
    for (int cell = 0; cell < one.size(); cell++) {
      if (one.get(cell).equals(other.get(cell))) {
        equalCells++;
      }
    }
    return equalCells;
  }

  private void removePaired(List<Integer> removed, List<Integer> added) {
    removed.removeIf(pairs::containsKey);
    added.removeIf(new HashSet<>(pairs.values())::contains);
  }
}
