package io.redress.lifecycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.decision.DecisionJson;
import io.redress.decision.RuleSource;
import io.redress.invariant.InvariantReport;
import io.redress.ruleset.Admission;
import io.redress.source.RuleProblem;
import io.redress.testcase.CaseOutcome;
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
  private static final ObjectMapper JSON =
      DecisionJson.mapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);

  /**
   * What came of the test cases.
   *
   * @param uncovered the rows of tables that no case covers
   */
  public record Tests(
      int passed, int failed, List<CaseOutcome> failures, List<RuleSource.TableRow> uncovered) {}

  /** As it is kept. */
  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** As another version of this program may have kept it, too. */
  public static Report read(StoredRuleSet ruleSet) {
    try {
      return JSON.readValue(ruleSet.report(), Report.class);
    } catch (JsonProcessingException foreign) {
      throw new IllegalStateException("the report of " + ruleSet.version(), foreign);
    }
  }

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
