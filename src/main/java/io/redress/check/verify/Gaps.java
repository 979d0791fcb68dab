package io.redress.check.verify;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.table.HitPolicy;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Facts that no row answers, of which one example is told. A note only: many a table is meant to
 * answer some facts and to pass over all others.
 */
final class Gaps implements Verification.Check {
  private static final int NEIGHBOURS = 2;

  @Override
  public void look(TableBoxes table, Budget budget, Consumer<Finding> findings) {
    if (table.table().hitPolicy() == HitPolicy.COLLECT) {
      return;
    }
    Coverage known = Subtraction.coverage(table.everything(false), table.boxes(), budget);
    Coverage coverage =
        known instanceof Coverage.Whole
            ? Subtraction.coverage(table.everything(true), table.boxes(), budget)
            : known;
    if (coverage instanceof Coverage.Partial gap) {
      findings.accept(gap(table, widened(table, gap.open())));
    } else if (coverage instanceof Coverage.Unknown) {
      findings.accept(table.notFinished(List.of(), "whether there are facts without an answer"));
    }
  }

  /** As much of a gap as can be told in fewer words. */
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
        table.words(gap)
            + ": no row answers; "
            + table.name(neighbours)
            + (neighbours.size() == 1 ? " comes" : " come")
            + " nearest. Add a row if one should.",
        table.example(gap));
  }

  /** The rows that the fewest conditions keep from answering. */
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
