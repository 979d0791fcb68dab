package io.redress.check.verify;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.table.HitPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Rows that never answer, as rows above them already match all that they do, or nothing does. */
final class UnreachableRows implements Verification.Check {
  private static final int MOST_TOLD = 100;

  @Override
  public void look(TableBoxes table, Budget budget, Consumer<Finding> findings) {
    Set<Box> seen = new HashSet<>();
    FindingLimit told = new FindingLimit(findings, MOST_TOLD);
    List<Integer> unknown = new ArrayList<>();
    boolean onlyFirst = table.table().hitPolicy() != HitPolicy.COLLECT;
    for (int i = 0; i < table.boxes().size(); i++) {
      int row = i;
      Box box = table.boxes().get(row);
      if (box.isEmpty()) {
        told.add(() -> impossible(table, row));
      } else if (onlyFirst && seen.add(box)) {
        // To say of a row that it repeats another is enough.
        Coverage coverage =
            Subtraction.coverage(box, table.boxes(), table.meeting().above(row), budget);
        if (coverage instanceof Coverage.Whole whole) {
          told.add(
              () ->
                  unreachable(
                      table, row, Subtraction.needed(box, table.boxes(), whole.by(), budget)));
        } else if (coverage instanceof Coverage.Unknown) {
          unknown.add(row);
        }
      }
    }
    told.tellRest(table, Severity.WARNING, Code.UNREACHABLE, "rows can never answer.");
    if (!unknown.isEmpty()) {
      findings.accept(
          table.notFinished(unknown, "whether " + table.name(unknown) + " can ever answer"));
    }
  }

  private static Finding impossible(TableBoxes table, int row) {
    return table.finding(
        Severity.WARNING,
        Code.UNREACHABLE,
        List.of(row),
        table.name(List.of(row))
            + " can never answer: no value passes one of its conditions. Correct or delete it.");
  }

  private static Finding unreachable(TableBoxes table, int row, List<Integer> above) {
    List<Integer> rows = new ArrayList<>(List.of(row));
    rows.addAll(above);
    return table.finding(
        Severity.WARNING,
        Code.UNREACHABLE,
        rows,
        table.name(List.of(row))
            + " can never answer: "
            + table.name(above)
            + (above.size() == 1 ? " already matches" : " already match")
            + " all that it does. Move it up, or delete it.");
  }
}
