package io.redress.check.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Takes boxes away from another until nothing is left of it, or something that none of them
 * touches.
 *
 * <p>Exact. At each step the box goes first that leaves the fewest pieces: one that leaves a single
 * piece costs nothing, and one that leaves none ends the branch.
 */
public final class Subtraction {
  private final List<Box> boxes;
  private final Budget budget;
  private final TreeSet<Integer> taken = new TreeSet<>();
  private int steps;
  private boolean stopped;

  private Subtraction(List<Box> boxes, Budget budget) {
    this.boxes = boxes;
    this.budget = budget;
  }

  /** Whether the boxes, some of them empty, cover another. */
  public static Coverage coverage(Box box, List<Box> boxes, Budget budget) {
    return coverage(box, boxes, IntStream.range(0, boxes.size()).boxed().toList(), budget);
  }

  /** Whether some of the boxes cover another. */
  static Coverage coverage(Box box, List<Box> boxes, List<Integer> candidates, Budget budget) {
    Subtraction subtraction = new Subtraction(boxes, budget);
    Optional<Box> open = subtraction.open(box, candidates);
    if (subtraction.stopped) {
      return new Coverage.Unknown();
    }
    return open.<Coverage>map(Coverage.Partial::new)
        .orElseGet(() -> new Coverage.Whole(List.copyOf(subtraction.taken)));
  }

  /** The same coverage without boxes that it does not need. */
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

  /** A part of the box that no candidate touches; none, too, when there is no time left. */
  private Optional<Box> open(Box whole, List<Integer> candidates) {
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
          taken.add(candidate);
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
        return openPiece(box, next, left);
      }
    }
  }

  private Optional<Box> openPiece(Box box, int other, List<Integer> candidates) {
    taken.add(other);
    for (Box piece : box.without(boxes.get(other))) {
      Optional<Box> open = open(piece, candidates);
      if (open.isPresent() || stopped) {
        return open;
      }
    }
    return Optional.empty();
  }
}
