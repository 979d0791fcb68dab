package io.redress.check.admission;

import io.redress.check.testcase.CaseOutcome;
import io.redress.check.testcase.TestCases;
import io.redress.check.testcase.TestReport;
import io.redress.domain.decision.RuleSource;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.source.RuleProblem;
import java.util.List;
import java.util.function.Consumer;

/**
 * Test cases run on request, be the rule set active or not.
 *
 * @param uncovered the rows of all tables that none of these cases covers
 * @param problems the rules that did not end, and for which case
 */
public record CaseRun(
    TestReport report, List<RuleSource.TableRow> uncovered, List<RuleProblem> problems) {
  public CaseRun {
    uncovered = List.copyOf(uncovered);
    problems = List.copyOf(problems);
  }

  /**
   * Runs cases.
   *
   * @param done told of each case as soon as it was run, in another thread
   */
  public static CaseRun of(RuleSet rules, TestCases cases, Consumer<CaseOutcome> done) {
    Rehearsal rehearsal = new Rehearsal(rules);
    TestReport report =
        rehearsal.run(() -> cases.run(rehearsal::decide, done)).orElse(TestReport.NONE);
    return new CaseRun(report, report.uncovered(rules.rows()), rehearsal.problems());
  }
}
