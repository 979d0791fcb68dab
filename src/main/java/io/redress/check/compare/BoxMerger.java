package io.redress.check.compare;

import io.redress.check.verify.Box;
import io.redress.check.verify.Boxes;
import io.redress.check.verify.Budget;
import io.redress.check.verify.Coverage;
import io.redress.check.verify.Subtraction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Merges boxes into fewer and wider ones that hold the same facts. */
final class BoxMerger {
  /** More boxes are not widened: they are too many to be read anyway. */
  private static final int MAX_WIDENED = 400;

  /** Limits the effort for one box, because widening only makes the result easier to read. */
  private static final int STEPS = 2_000;

  private static final long[] ANY = {};

  private final Boxes space;
  private final Budget budget;

  BoxMerger(Boxes space, Budget budget) {
    this.space = space;
    this.budget = new Budget(budget.deadline(), STEPS);
  }

  List<Box> merge(Collection<Box> boxes) {
    List<Box> merged = new ArrayList<>(boxes);
    int size;
    do {
      size = merged.size();
      for (int column = 0; column < space.domains().size(); column++) {
        merged = joined(merged, column);
      }
    } while (merged.size() < size);
    return merged.size() > MAX_WIDENED ? merged : withoutNeedless(widened(merged));
  }

  /** Joins boxes that differ in this column only. */
  private static List<Box> joined(List<Box> boxes, int column) {
    Map<Box, Box> byOthers = new LinkedHashMap<>();
    for (Box box : boxes) {
      byOthers.merge(box.with(column, ANY), box, (one, other) -> one.joined(column, other));
    }
    return new ArrayList<>(byOthers.values());
  }

  private List<Box> widened(List<Box> boxes) {
    List<Box> wide = new ArrayList<>();
    for (Box box : boxes) {
      if (wide.stream().noneMatch(box::within)) {
        wide.add(widened(box, boxes));
      }
    }
    return wide;
  }

  /** Widens a box as far as the boxes together cover it. */
  private Box widened(Box box, List<Box> boxes) {
    Box wide = box;
    for (int column = 0; column < space.domains().size(); column++) {
      Box open = wide.with(column, space.domains().get(column).all(true));
      if (covered(open, boxes)) {
        wide = open;
      } else {
        for (Box other : boxes) {
          Box wider = wide.joined(column, other);
          if (!wider.within(wide) && covered(wider, boxes)) {
            wide = wider;
          }
        }
      }
    }
    return wide;
  }

  private List<Box> withoutNeedless(List<Box> boxes) {
    List<Box> needed = new ArrayList<>(boxes);
    for (int i = needed.size() - 1; i >= 0; i--) {
      Box box = needed.remove(i);
      if (!covered(box, needed)) {
        needed.add(i, box);
      }
    }
    return needed;
  }

  private boolean covered(Box box, List<Box> boxes) {
    return Subtraction.coverage(box, boxes, budget) instanceof Coverage.Whole;
  }
}
