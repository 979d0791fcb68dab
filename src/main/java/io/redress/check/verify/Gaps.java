package io.redress.check.verify;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.table.HitPolicy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Finds facts that no row matches, and reports one example.
 *
 * <p>An inner gap is a warning: rows match smaller and larger numbers or days, so that a band is
 * probably missing. Any other gap is a note, because many tables match some facts on purpose and
 * leave the others to other tables.
 */
final class Gaps implements Verification.Check {
  private static final int NEIGHBOURS = 2;

  /** Of so many gaps of a table the first inner one is reported. */
  private static final int MAX_COMPARED = 24;

  @Override
  public void run(TableBoxes table, Budget budget, Consumer<Finding> findings) {
    if (table.table().hitPolicy() == HitPolicy.COLLECT) {
      return;
    }
    List<Box> matched = new ArrayList<>(table.boxes());
    Box first = null;
    for (int i = 0; i < MAX_COMPARED; i++) {
      Coverage coverage = coverage(table, matched, budget);
      if (!(coverage instanceof Coverage.Partial open)) {
        if (first == null && coverage instanceof Coverage.Unknown) {
          findings.accept(table.notFinished(List.of(), "whether there are gaps"));
        }
        break;
      }
      Box gap = widened(table, open.open());
      Optional<Box> inner = inner(table, gap);
      if (inner.isPresent()) {
        findings.accept(gap(table, inner.get(), Severity.WARNING));
        return;
      }
      first = first == null ? gap : first;
      matched.add(gap);
    }
    if (first != null) {
      findings.accept(gap(table, first, Severity.NOTE));
    }
  }

  /** Facts that are all known come first. */
  private static Coverage coverage(TableBoxes table, List<Box> matched, Budget budget) {
    Coverage known = Subtraction.coverage(table.allFacts(false), matched, budget);
    return known instanceof Coverage.Whole
        ? Subtraction.coverage(table.allFacts(true), matched, budget)
        : known;
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

  /** The part of a gap with rows for the same facts but a smaller or a larger number or day. */
  private static Optional<Box> inner(TableBoxes table, Box gap) {
    Box facts = facts(table, gap);
    for (int column = 0; column < table.domains().size(); column++) {
      Domain domain = table.domains().get(column);
      if (domain.term().type().ordered()) {
        BitSet open = BitSet.valueOf(gap.side(column));
        int last = domain.values().size();
        for (int from = open.nextSetBit(0); from >= 0 && from < last; ) {
          int to = Math.min(last, open.nextClearBit(from));
          if (matches(table, facts, column, 0, from) && matches(table, facts, column, to, last)) {
            return Optional.of(gap.with(column, domain.set(range(from, to))));
          }
          from = open.nextSetBit(to);
        }
      }
    }
    return Optional.empty();
  }

  private static BitSet range(int from, int to) {
    BitSet range = new BitSet();
    range.set(from, to);
    return range;
  }

  /** The facts that describe a gap: one value of each column that it restricts. */
  private static Box facts(TableBoxes table, Box gap) {
    Box facts = gap;
    for (int column = 0; column < table.domains().size(); column++) {
      if (!table.all().unrestricted(gap, column)) {
        int one = BitSet.valueOf(gap.side(column)).nextSetBit(0);
        facts = facts.with(column, table.domains().get(column).set(range(one, one + 1)));
      }
    }
    return facts;
  }

  /** Whether a row matches the facts with a value of the range in one column. */
  private static boolean matches(TableBoxes table, Box facts, int column, int from, int to) {
    Box beside = facts.with(column, table.domains().get(column).set(range(from, to)));
    return to > from && table.boxes().stream().anyMatch(beside::intersects);
  }

  private static Finding gap(TableBoxes table, Box gap, Severity severity) {
    List<Integer> neighbours = neighbours(table, gap);
    return table.finding(
        severity,
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
