package io.redress.check.verify;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.table.HitPolicy;
import java.util.List;
import java.util.function.Consumer;

/** Finds rows of UNIQUE tables that match the same facts with different outcomes. */
final class OverlappingRows implements Verification.Check {
  private static final int MAX_REPORTED = 10;

  @Override
  public void run(TableBoxes table, Budget budget, Consumer<Finding> findings) {
    if (table.table().hitPolicy() != HitPolicy.UNIQUE) {
      return;
    }
    List<Box> boxes = table.boxes();
    FindingLimit limit = new FindingLimit(findings, MAX_REPORTED);
    for (int i = 0; i < boxes.size(); i++) {
      int row = i;
      if (budget.spent()) {
        findings.accept(table.notFinished(List.of(), "whether more rows overlap"));
        break;
      }
      for (int below : table.intersections().below(row)) {
        if (boxes.get(row).intersects(boxes.get(below)) && !table.sameOutcomes(row, below)) {
          limit.report(() -> overlap(table, row, below));
        }
      }
    }
    limit.reportRest(
        table, Severity.ERROR, Code.OVERLAP, "pairs of rows overlap with different outcomes.");
  }

  private static Finding overlap(TableBoxes table, int row, int below) {
    Box shared = table.boxes().get(row).intersection(table.boxes().get(below));
    List<Integer> rows = List.of(row, below);
    return table.finding(
        Severity.ERROR,
        Code.OVERLAP,
        rows,
        table.label(rows)
            + " both match "
            + table.describe(shared)
            + ", with different outcomes. Narrow the conditions of one of them, or write FIRST"
            + " in D1.",
        table.example(shared));
  }
}
