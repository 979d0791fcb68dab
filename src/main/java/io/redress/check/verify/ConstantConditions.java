package io.redress.check.verify;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.table.Interval;
import io.redress.rules.table.Term;
import io.redress.rules.table.UnaryTest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds conditions that are true for every value, so that they ask nothing: {@code >= 5, <= 10},
 * where both were meant, or a list of all words.
 */
final class ConstantConditions implements Verification.Check {
  private static final int MAX_REPORTED = 100;

  @Override
  public void run(TableBoxes table, Budget budget, Consumer<Finding> findings) {
    FindingLimit limit = new FindingLimit(findings, MAX_REPORTED);
    List<Term> terms = table.table().conditions();
    for (int column = 0; column < terms.size(); column++) {
      Domain domain = table.domains().get(column);
      Map<UnaryTest, Boolean> constant = new HashMap<>();
      for (int row = 0; row < table.table().rows().size(); row++) {
        UnaryTest test = table.table().tests().get(row).get(column);
        if (constant.computeIfAbsent(test, one -> isConstant(one, domain))) {
          int inRow = row;
          int inColumn = column;
          limit.report(
              () ->
                  table.atCell(
                      Severity.WARNING,
                      Code.ALWAYS_TRUE,
                      inRow,
                      inColumn,
                      message(test, terms.get(inColumn))));
        }
      }
    }
    limit.reportRest(table, Severity.WARNING, Code.ALWAYS_TRUE, "conditions are always true.");
  }

  /** Known facts pass it all, and it does not say just that. */
  private static boolean isConstant(UnaryTest test, Domain domain) {
    boolean asks = test instanceof UnaryTest.OneOf || test instanceof UnaryTest.Within;
    return asks && Arrays.equals(domain.passing(test), domain.all(false));
  }

  private static String message(UnaryTest test, Term term) {
    String what = "every " + term.name() + " satisfies " + test.text() + ". ";
    return what
        + meant(test)
            .map(range -> "A list means \"or\". Did you mean " + range + "?")
            .orElse("Write known if any value is meant, or - if it may be unknown, too.");
  }

  /** The values between two ends that were both meant. */
  private static Optional<String> meant(UnaryTest test) {
    if (!(test instanceof UnaryTest.Within within) || within.intervals().size() != 2) {
      return Optional.empty();
    }
    Interval one = within.intervals().get(0);
    Interval other = within.intervals().get(1);
    Interval from = one.high() == null ? one : other;
    Interval to = one.high() == null ? other : one;
    if (from.low() == null || from.high() != null || to.high() == null || to.low() != null) {
      return Optional.empty();
    }
    Interval both = new Interval(from.low(), from.lowIncluded(), to.high(), to.highIncluded());
    return both.reversed() ? Optional.empty() : Optional.of(both.text());
  }
}
