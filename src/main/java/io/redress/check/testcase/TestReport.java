package io.redress.check.testcase;

import io.redress.domain.decision.RuleSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The results of running test cases.
 *
 * @param outcomes results of all cases, in order
 * @param firedIn by rule that fired, the ids of the cases in which it did, in order
 */
public record TestReport(List<CaseOutcome> outcomes, Map<RuleSource, List<String>> firedIn) {
  /** No case was run. */
  public static final TestReport NONE = new TestReport(List.of(), Map.of());

  public TestReport {
    outcomes = List.copyOf(outcomes);
    firedIn = Map.copyOf(firedIn);
  }

  /** The number of cases that were run. */
  public int cases() {
    return outcomes.size();
  }

  /** The number of cases that passed. */
  public int passed() {
    return cases() - failed();
  }

  public int failed() {
    return failures().size();
  }

  /** The failed cases, in order. */
  public List<CaseOutcome> failures() {
    return outcomes.stream().filter(outcome -> !outcome.passed()).toList();
  }

  /** The given rows that fired in no case, in the given order. */
  public List<RuleSource.TableRow> uncovered(Collection<RuleSource.TableRow> rows) {
    return rows.stream().filter(row -> !firedIn.containsKey(row)).toList();
  }
}
