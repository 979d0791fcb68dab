package io.redress.check.verify;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.table.HitPolicy;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds rows of FIRST tables that overlap with different outcomes although neither is an exception
 * to the other: only their order decides, and it may be accidental.
 *
 * <p>Reports one example for each table, because most such overlaps are intended.
 */
final class PartialOverlaps implements Verification.Check {

  @Override
  public void run(TableBoxes table, Budget budget, Consumer<Finding> findings) {
    if (table.table().hitPolicy() != HitPolicy.FIRST) {
      return;
    }
    Box example = null;
    List<Integer> rows = List.of();
    int others = 0;
    for (int row = 0; row < table.boxes().size(); row++) {
      if (budget.spent()) {
        findings.accept(table.notFinished(List.of(), "whether more rows overlap"));
        break;
      }
      for (int below : table.intersections().below(row)) {
        if (!overlapPartially(table, row, below)) {
          continue;
        }
        if (example != null) {
          others++;
        } else if (coveredAbove(table, row, below, budget) instanceof Coverage.Partial seen) {
          example = seen.open();
          rows = List.of(row, below);
        }
      }
    }
    if (example != null) {
      findings.accept(partialOverlap(table, rows, others, example));
    }
  }

  private static boolean overlapPartially(TableBoxes table, int row, int below) {
    Box one = table.boxes().get(row);
    Box other = table.boxes().get(below);
    return one.intersects(other)
        && !table.sameOutcomes(row, below)
        && !one.within(other)
        && !other.within(one);
  }

  /** Whether rows above cover everything that the two rows both match. */
  private static Coverage coveredAbove(TableBoxes table, int row, int below, Budget budget) {
    Box shared = table.boxes().get(row).intersection(table.boxes().get(below));
    return Subtraction.coverage(shared, table.boxes(), table.intersections().above(row), budget);
  }

  private static Finding partialOverlap(
      TableBoxes table, List<Integer> rows, int others, Box example) {
    return table.finding(
        Severity.NOTE,
        Code.OVERLAP,
        rows,
        table.label(rows)
            + " both match "
            + table.describe(example)
            + ", with different outcomes; the upper row applies."
            + (others == 0 ? "" : " Further pairs that may overlap: " + others + "."),
        table.example(example));
  }
}
