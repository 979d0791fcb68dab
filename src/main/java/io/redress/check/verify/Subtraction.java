package io.redress.check.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Decides whether boxes cover another box, by subtracting them until nothing is left or a part that
 * none of them intersects.
 *
 * <p>The result is exact. Each step subtracts the box that leaves the fewest pieces: with one piece
 * the search does not branch, with none the branch ends.
 */
public final class Subtraction {
  private final List<Box> boxes;
  private final Budget budget;
  private final TreeSet<Integer> used = new TreeSet<>();
  private int steps;
  private boolean stopped;

  private Subtraction(List<Box> boxes, Budget budget) {
    this.boxes = boxes;
    this.budget = budget;
  }

  /** Whether all the boxes, some of which may be empty, cover the given one. */
  public static Coverage coverage(Box box, List<Box> boxes, Budget budget) {
    return coverage(box, boxes, IntStream.range(0, boxes.size()).boxed().toList(), budget);
  }

  /** Whether the boxes at the candidate positions cover the given one. */
  static Coverage coverage(Box box, List<Box> boxes, List<Integer> candidates, Budget budget) {
    Subtraction subtraction = new Subtraction(boxes, budget);
    Optional<Box> uncovered = subtraction.uncovered(box, candidates);
    if (subtraction.stopped) {
      return new Coverage.Unknown();
    }
    return uncovered
        .<Coverage>map(Coverage.Partial::new)
        .orElseGet(() -> new Coverage.Whole(List.copyOf(subtraction.used)));
  }

  /** Removes the positions that are not needed to cover the box. */
  static List<Integer> needed(Box box, List<Box> boxes, List<Integer> covering, Budget budget) {
    List<Integer> needed = new ArrayList<>(covering);
    for (int i = needed.size() - 1; i >= 0 && needed.size() > 1; i--) {
      Integer spared = needed.remove(i);
      if (coverage(box, boxes, needed, budget) instanceof Coverage.Whole fewer) {
        needed.retainAll(fewer.by());
        i = Math.min(i, needed.size());
      } else {
        needed.add(i, spared);
      }
    }
    return needed;
  }

  /** A part of the box that no candidate covers; empty if there is none or the budget ran out. */
  private Optional<Box> uncovered(Box whole, List<Integer> candidates) {
    Box box = whole;
    List<Integer> left = candidates;
    while (true) {
      stopped = ++steps > budget.boxes() || steps % 64 == 1 && budget.spent();
      if (stopped) {
        return Optional.empty();
      }
      List<Integer> touching = new ArrayList<>();
      int next = -1;
      int fewest = Integer.MAX_VALUE;
      for (Integer candidate : left) {
        Box other = boxes.get(candidate);
        if (!box.intersects(other)) {
          continue;
        }
        int pieces = box.sidesBeyond(other);
        if (pieces <= 1) {
          used.add(candidate);
          if (pieces == 0) {
            return Optional.empty();
          }
          box = box.without(other).get(0);
          fewest = 1;
        } else {
          touching.add(candidate);
          if (pieces < fewest) {
            fewest = pieces;
            next = candidate;
          }
        }
      }
      if (touching.isEmpty()) {
        return Optional.of(box);
      }
      left = touching;
      if (fewest > 1) {
        return uncoveredPiece(box, next, left);
      }
    }
  }

  private Optional<Box> uncoveredPiece(Box box, int other, List<Integer> candidates) {
    used.add(other);
    for (Box piece : box.without(boxes.get(other))) {
      Optional<Box> uncovered = uncovered(piece, candidates);
      if (uncovered.isPresent() || stopped) {
        return uncovered;
      }
    }
    return Optional.empty();
  }
}
