package io.redress.check.testcase;

import io.redress.domain.decision.RuleSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What came of running test cases.
 *
 * @param outcomes of all cases, in their order
 * @param fired every rule that fired in any case
 */
public record TestReport(List<CaseOutcome> outcomes, Set<RuleSource> fired) {
  /** Nothing was run. */
  public static final TestReport NONE = new TestReport(List.of(), Set.of());

  public TestReport {
    outcomes = List.copyOf(outcomes);
    fired = Set.copyOf(fired);
  }

  /** How many were run. */
  public int cases() {
    return outcomes.size();
  }

  /** How many came out as expected. */
  public int passed() {
    return cases() - failed();
  }

  public int failed() {
    return failures().size();
  }

  /** Those that came out otherwise, in the order of the cases. */
  public List<CaseOutcome> failures() {
    return outcomes.stream().filter(outcome -> !outcome.passed()).toList();
  }

  /** The rows that no case made fire, in the order given. */
  public List<RuleSource.TableRow> uncovered(Collection<RuleSource.TableRow> rows) {
    return rows.stream().filter(row -> !fired.contains(row)).toList();
  }
}
