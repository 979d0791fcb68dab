package io.redress.check.verify;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.table.HitPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Finds rows that no facts reach: rows above match everything that they match, or nothing can. */
final class UnreachableRows implements Verification.Check {
  private static final int MAX_REPORTED = 100;

  @Override
  public void run(TableBoxes table, Budget budget, Consumer<Finding> findings) {
    Set<Box> seen = new HashSet<>();
    FindingLimit limit = new FindingLimit(findings, MAX_REPORTED);
    List<Integer> unknown = new ArrayList<>();
    boolean onlyFirst = table.table().hitPolicy() != HitPolicy.COLLECT;
    for (int i = 0; i < table.boxes().size(); i++) {
      int row = i;
      Box box = table.boxes().get(row);
      if (box.isEmpty()) {
        limit.report(() -> neverMatches(table, row));
      } else if (onlyFirst && seen.add(box)) {
        // DuplicateRows reports rows that match the same facts as a row above.
        Coverage coverage =
            Subtraction.coverage(box, table.boxes(), table.intersections().above(row), budget);
        if (coverage instanceof Coverage.Whole whole) {
          limit.report(
              () ->
                  unreachable(
                      table, row, Subtraction.needed(box, table.boxes(), whole.by(), budget)));
        } else if (coverage instanceof Coverage.Unknown) {
          unknown.add(row);
        }
      }
    }
    limit.reportRest(table, Severity.WARNING, Code.UNREACHABLE, "rows are unreachable.");
    if (!unknown.isEmpty()) {
      findings.accept(
          table.notFinished(unknown, "whether " + table.label(unknown) + " can be reached"));
    }
  }

  private static Finding neverMatches(TableBoxes table, int row) {
    Box box = table.boxes().get(row);
    int condition = 0;
    while (Arrays.stream(box.side(condition)).anyMatch(word -> word != 0)) {
      condition++;
    }
    return table.atCell(
        Severity.WARNING,
        Code.UNREACHABLE,
        row,
        condition,
        table.label(List.of(row))
            + " is unreachable: no "
            + table.table().conditions().get(condition).name()
            + " satisfies "
            + table.table().tests().get(row).get(condition).text()
            + ". Correct or delete it.");
  }

  private static Finding unreachable(TableBoxes table, int row, List<Integer> above) {
    List<Integer> rows = new ArrayList<>(List.of(row));
    rows.addAll(above);
    return table.finding(
        Severity.WARNING,
        Code.UNREACHABLE,
        rows,
        table.label(List.of(row))
            + " is unreachable: "
            + table.label(above)
            + (above.size() == 1 ? " already matches" : " already match")
            + " everything that it matches. Move it up, or delete it.");
  }
}
