package io.redress.check.verify;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.table.HitPolicy;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Finds facts that no row matches, and reports one example. A note only: many tables match some
 * facts on purpose and leave the others to other tables.
 */
final class Gaps implements Verification.Check {
  private static final int NEIGHBOURS = 2;

  @Override
  public void run(TableBoxes table, Budget budget, Consumer<Finding> findings) {
    if (table.table().hitPolicy() == HitPolicy.COLLECT) {
      return;
    }
    Coverage known = Subtraction.coverage(table.allFacts(false), table.boxes(), budget);
    Coverage coverage =
        known instanceof Coverage.Whole
            ? Subtraction.coverage(table.allFacts(true), table.boxes(), budget)
            : known;
    if (coverage instanceof Coverage.Partial gap) {
      findings.accept(gap(table, widened(table, gap.open())));
    } else if (coverage instanceof Coverage.Unknown) {
      findings.accept(table.notFinished(List.of(), "whether there are gaps"));
    }
  }

  /** Widens a gap to all values of a column wherever it stays a gap, for a shorter description. */
  private static Box widened(TableBoxes table, Box gap) {
    Box wide = gap;
    for (int column = 0; column < table.domains().size(); column++) {
      Box wider = wide.with(column, table.domains().get(column).all(true));
      if (table.boxes().stream().noneMatch(wider::intersects)) {
        wide = wider;
      }
    }
    return wide;
  }

  private static Finding gap(TableBoxes table, Box gap) {
    List<Integer> neighbours = neighbours(table, gap);
    return table.finding(
        Severity.NOTE,
        Code.GAP,
        neighbours,
        table.describe(gap)
            + ": no row matches; "
            + table.label(neighbours)
            + (neighbours.size() == 1 ? " is" : " are")
            + " closest. Add a row if one should match.",
        table.example(gap));
  }

  /** The rows with the fewest conditions that do not match. */
  private static List<Integer> neighbours(TableBoxes table, Box gap) {
    int[] apart = table.boxes().stream().mapToInt(gap::sidesApart).toArray();
    int nearest = IntStream.of(apart).min().orElse(0);
    return IntStream.range(0, apart.length)
        .filter(row -> apart[row] == nearest)
        .limit(NEIGHBOURS)
        .boxed()
        .toList();
  }
}
