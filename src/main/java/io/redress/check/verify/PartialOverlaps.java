package io.redress.check.verify;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.table.HitPolicy;
import java.util.List;
import java.util.function.Consumer;

/**
 * In a table of which the first row answers, rows that say otherwise where they meet and neither of
 * which is the exception to the other: their order decides, and may be an accident.
 *
 * <p>Told once a table, with one example: of all that it is about, the most is meant so.
 */
final class PartialOverlaps implements Verification.Check {

  @Override
  public void look(TableBoxes table, Budget budget, Consumer<Finding> findings) {
    if (table.table().hitPolicy() != HitPolicy.FIRST) {
      return;
    }
    Box example = null;
    List<Integer> rows = List.of();
    int others = 0;
    for (int row = 0; row < table.boxes().size(); row++) {
      if (budget.spent()) {
        findings.accept(table.notFinished(List.of(), "whether more rows cross"));
        break;
      }
      for (int below : table.meeting().below(row)) {
        if (!cross(table, row, below)) {
          continue;
        }
        if (example != null) {
          others++;
        } else if (answered(table, row, below, budget) instanceof Coverage.Partial seen) {
          example = seen.open();
          rows = List.of(row, below);
        }
      }
    }
    if (example != null) {
      findings.accept(crossing(table, rows, others, example));
    }
  }

  private static boolean cross(TableBoxes table, int row, int below) {
    Box one = table.boxes().get(row);
    Box other = table.boxes().get(below);
    return one.intersects(other)
        && !table.agree(row, below)
        && !one.within(other)
        && !other.within(one);
  }

  /** Whether rows above both of them answer all that they share. */
  private static Coverage answered(TableBoxes table, int row, int below, Budget budget) {
    Box shared = table.boxes().get(row).intersection(table.boxes().get(below));
    return Subtraction.coverage(shared, table.boxes(), table.meeting().above(row), budget);
  }

  private static Finding crossing(TableBoxes table, List<Integer> rows, int others, Box example) {
    return table.finding(
        Severity.NOTE,
        Code.OVERLAP,
        rows,
        table.name(rows)
            + " both match "
            + table.words(example)
            + ", and answer differently; the upper one answers."
            + (others == 0 ? "" : " Further pairs that may do so: " + others + "."),
        table.example(example));
  }
}
