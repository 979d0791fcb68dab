package io.redress.lifecycle;

import io.redress.decision.RuleSource;
import io.redress.invariant.InvariantReport;
import io.redress.ruleset.Admission;
import io.redress.source.RuleProblem;
import io.redress.testcase.TestReport;
import io.redress.verify.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * What admission found, as people get to see it.
 *
 * @param problems faults of the files, and laws that are broken
 * @param findings what there is to say of the tables as wholes
 */
public record Report(List<RuleProblem> problems, List<Finding> findings, Tests tests) {

  /**
   * What came of the test cases.
   *
   * @param uncovered the rows of tables that no case covers
   */
  public record Tests(
      int passed,
      int failed,
      List<TestReport.Failure> failures,
      List<RuleSource.TableRow> uncovered) {}

  static Report of(Admission admission) {
    List<RuleProblem> problems =
        Stream.concat(
                admission.problems().stream(),
                admission.laws().violations().stream().map(InvariantReport.Violation::problem))
            .toList();
    TestReport tests = admission.tests();
    return new Report(
        problems,
        admission.verification(),
        new Tests(tests.passed(), tests.failed(), tests.failures(), admission.uncovered()));
  }
}
