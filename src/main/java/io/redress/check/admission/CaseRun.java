package io.redress.check.admission;

import io.redress.check.testcase.Acceptance;
import io.redress.check.testcase.CaseOutcome;
import io.redress.check.testcase.TestCases;
import io.redress.check.testcase.TestReport;
import io.redress.domain.decision.RuleSource;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * The result of running test cases on any rule set, active or not.
 *
 * @param uncovered table rows that none of these cases covers
 * @param problems rules that did not end, with the case for which they did not
 */
public record CaseRun(
    TestReport report, List<RuleSource.TableRow> uncovered, List<RuleProblem> problems) {
  public CaseRun {
    uncovered = List.copyOf(uncovered);
    problems = List.copyOf(problems);
  }

  /**
   * Runs test cases.
   *
   * @param progress receives each result as soon as it is there, in another thread
   */
  public static CaseRun of(RuleSet rules, TestCases cases, Consumer<CaseOutcome> progress) {
    Rehearsal rehearsal = new Rehearsal(rules);
    TestReport report =
        rehearsal.run(() -> cases.run(rehearsal::decide, progress)).orElse(TestReport.NONE);
    return new CaseRun(report, report.uncovered(rules.rows()), rehearsal.problems());
  }

  /**
   * Makes what the rules decide the expected result of failing test cases.
   *
   * @param files of the rule set
   * @param ids of the cases
   */
  public static Acceptance accept(RuleSet rules, RuleSetFiles files, Collection<String> ids) {
    Rehearsal rehearsal = new Rehearsal(rules);
    return rehearsal
        .run(() -> Acceptance.of(files, ids, rehearsal::decide))
        .orElseGet(() -> new Acceptance(files, List.of(), rehearsal.problems()));
  }
}
