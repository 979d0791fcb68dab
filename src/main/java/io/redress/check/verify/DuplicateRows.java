package io.redress.check.verify;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.table.HitPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds rows whose conditions match the same facts, however they are written. In tables with hit
 * policy COLLECT, rows are duplicates only if their outcomes are equal, too.
 */
final class DuplicateRows implements Verification.Check {
  private static final int MAX_REPORTED = 100;

  @Override
  public void run(TableBoxes table, Budget budget, Consumer<Finding> findings) {
    Map<Object, Integer> first = new HashMap<>();
    FindingLimit limit = new FindingLimit(findings, MAX_REPORTED);
    for (int row = 0; row < table.boxes().size(); row++) {
      Box box = table.boxes().get(row);
      boolean all = table.table().hitPolicy() == HitPolicy.COLLECT;
      Object same = all ? List.of(box, table.table().rows().get(row).outcomes()) : box;
      Integer above = box.isEmpty() ? null : first.putIfAbsent(same, row);
      if (above != null) {
        List<Integer> rows = List.of(above, row);
        limit.report(() -> duplicate(table, rows));
      }
    }
    limit.reportRest(
        table,
        Severity.WARNING,
        Code.DUPLICATE,
        "rows match exactly the facts of a row above" + " them.");
  }

  private static Finding duplicate(TableBoxes table, List<Integer> rows) {
    return table.finding(
        Severity.WARNING,
        Code.DUPLICATE,
        rows,
        table.label(rows) + " match exactly the same facts. Delete one of them.");
  }
}
