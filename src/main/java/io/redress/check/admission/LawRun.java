package io.redress.check.admission;

import io.redress.check.invariant.InvariantReport;
import io.redress.check.invariant.Invariants;
import io.redress.check.testcase.TestCases;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemList;

/** Checks one law on any rule set, active or not. */
public final class LawRun {
  private LawRun() {}

  /**
   * Checks one law on as many facts as an admission checks all laws.
   *
   * @param rules decide
   * @param files have the law and the test cases
   */
  public static InvariantReport of(RuleSet rules, RuleSetFiles files, String law) {
    Rehearsal rehearsal = new Rehearsal(rules);
    Invariants laws = Invariants.read(files.rules(), new ProblemList()).only(law);
    TestCases cases = TestCases.of(files, new ProblemList());
    return rehearsal
        .run(
            () ->
                laws.check(
                    rehearsal::decide,
                    rehearsal.tables(),
                    cases.disputes(),
                    Invariants.Effort.AT_ADMISSION))
        .orElse(InvariantReport.NONE);
  }
}
