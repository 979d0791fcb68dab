package io.redress.check.verify;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.table.HitPolicy;
import java.util.List;
import java.util.function.Consumer;

/** In a table of which one row at most is to match, rows that match the same and say otherwise. */
final class OverlappingRows implements Verification.Check {
  private static final int MOST_TOLD = 10;

  @Override
  public void look(TableBoxes table, Budget budget, Consumer<Finding> findings) {
    if (table.table().hitPolicy() != HitPolicy.UNIQUE) {
      return;
    }
    List<Box> boxes = table.boxes();
    FindingLimit told = new FindingLimit(findings, MOST_TOLD);
    for (int i = 0; i < boxes.size(); i++) {
      int row = i;
      if (budget.spent()) {
        findings.accept(table.notFinished(List.of(), "whether more rows overlap"));
        break;
      }
      for (int below : table.meeting().below(row)) {
        if (boxes.get(row).intersects(boxes.get(below)) && !table.agree(row, below)) {
          told.add(() -> overlap(table, row, below));
        }
      }
    }
    told.tellRest(
        table, Severity.ERROR, Code.OVERLAP, "pairs of rows overlap and answer differently.");
  }

  private static Finding overlap(TableBoxes table, int row, int below) {
    Box shared = table.boxes().get(row).intersection(table.boxes().get(below));
    List<Integer> rows = List.of(row, below);
    return table.finding(
        Severity.ERROR,
        Code.OVERLAP,
        rows,
        table.name(rows)
            + " both match "
            + table.words(shared)
            + ", and answer differently. Let one of them exclude it, or choose FIRST in D1.",
        table.example(shared));
  }
}
