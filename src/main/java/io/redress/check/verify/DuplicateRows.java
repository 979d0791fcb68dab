package io.redress.check.verify;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.table.HitPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Rows with the same conditions, however they are written; where all rows count, the same rows. */
final class DuplicateRows implements Verification.Check {
  private static final int MOST_TOLD = 100;

  @Override
  public void look(TableBoxes table, Budget budget, Consumer<Finding> findings) {
    Map<Object, Integer> first = new HashMap<>();
    FindingLimit told = new FindingLimit(findings, MOST_TOLD);
    for (int row = 0; row < table.boxes().size(); row++) {
      Box box = table.boxes().get(row);
      boolean all = table.table().hitPolicy() == HitPolicy.COLLECT;
      Object same = all ? List.of(box, table.table().rows().get(row).outcomes()) : box;
      Integer above = box.isEmpty() ? null : first.putIfAbsent(same, row);
      if (above != null) {
        List<Integer> rows = List.of(above, row);
        told.add(() -> duplicate(table, rows));
      }
    }
    told.tellRest(
        table, Severity.WARNING, Code.DUPLICATE, "rows match the facts of a row above them.");
  }

  private static Finding duplicate(TableBoxes table, List<Integer> rows) {
    return table.finding(
        Severity.WARNING,
        Code.DUPLICATE,
        rows,
        table.name(rows) + " match the very same facts. Delete one of them.");
  }
}
