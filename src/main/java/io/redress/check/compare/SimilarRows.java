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

/** Takes rows that are most alike for one row that changed. */
final class SimilarRows {
  /** Pairs of rows that are looked at one by one; beyond, a table was written anew. */
  private static final int MOST_PAIRS = 200_000;

  private final List<List<Object>> before;
  private final List<List<Object>> after;
  private final int conditions;
  private final SortedMap<Integer, Integer> pairs = new TreeMap<>();

  private record Pair(int before, int after, int alike) {
    int distance() {
      return Math.abs(before - after);
    }
  }

  SimilarRows(List<List<Object>> before, List<List<Object>> after, int conditions) {
    this.before = before;
    this.after = after;
    this.conditions = conditions;
  }

  /** The pairs, which are taken out of the two lists. */
  SortedMap<Integer, Integer> pair(List<Integer> removed, List<Integer> added) {
    int columns = before.get(0).size();
    pairAllBut(conditions, columns, removed, added);
    for (int column = 0; column < conditions; column++) {
      pairAllBut(column, column + 1, removed, added);
    }
    if ((long) removed.size() * added.size() <= MOST_PAIRS) {
      pairMostAlike(columns, removed, added);
    }
    return pairs;
  }

  /** Pairs rows that differ in some neighbouring columns only. */
  private void pairAllBut(int from, int to, List<Integer> removed, List<Integer> added) {
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
    takeOut(removed, added);
  }

  private static List<Object> without(List<Object> cells, int from, int to) {
    List<Object> others = new ArrayList<>(cells);
    others.subList(from, to).clear();
    return others;
  }

  /** Pairs the rest where half of the cells say the same, the most alike first. */
  private void pairMostAlike(int columns, List<Integer> removed, List<Integer> added) {
    List<Pair> alike = new ArrayList<>();
    for (int row : removed) {
      for (int other : added) {
        Pair pair = new Pair(row, other, alike(before.get(row), after.get(other)));
        if (2 * pair.alike >= columns) {
          alike.add(pair);
        }
      }
    }
    alike.sort(Comparator.comparingInt(Pair::alike).reversed().thenComparingInt(Pair::distance));
    Set<Integer> taken = new HashSet<>();
    for (Pair pair : alike) {
      if (!pairs.containsKey(pair.before) && taken.add(pair.after)) {
        pairs.put(pair.before, pair.after);
      }
    }
    takeOut(removed, added);
  }

  private static int alike(List<Object> one, List<Object> other) {
    int alike = 0;
    for (int cell = 0; cell < one.size(); cell++) {
      if (one.get(cell).equals(other.get(cell))) {
        alike++;
      }
    }
    return alike;
  }

  private void takeOut(List<Integer> removed, List<Integer> added) {
    removed.removeIf(pairs::containsKey);
    added.removeIf(new HashSet<>(pairs.values())::contains);
  }
}
