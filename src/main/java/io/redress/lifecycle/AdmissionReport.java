package io.redress.lifecycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.check.admission.Admission;
import io.redress.check.invariant.InvariantReport;
import io.redress.check.testcase.CaseOutcome;
import io.redress.check.testcase.TestReport;
import io.redress.check.verify.Finding;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.decision.RuleSource;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.source.RuleProblem;
import java.util.List;
import java.util.stream.Stream;

/**
 * The stored result of an admission.
 *
 * @param problems problems of the files, and violated laws
 * @param findings findings of table analysis
 */
public record AdmissionReport(List<RuleProblem> problems, List<Finding> findings, Tests tests) {
  private static final ObjectMapper JSON =
      DecisionJson.mapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);

  /**
   * Results of the test cases.
   *
   * @param uncovered table rows that no case covers
   */
  public record Tests(
      int passed, int failed, List<CaseOutcome> failures, List<RuleSource.TableRow> uncovered) {}

  /** The report as JSON, as it is stored. */
  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Reads a stored report; other versions of the program may have written it. */
  public static AdmissionReport read(StoredRuleSet ruleSet) {
    try {
      return JSON.readValue(ruleSet.report(), AdmissionReport.class);
    } catch (JsonProcessingException foreign) {
      throw new IllegalStateException(
          "The report of rule set " + ruleSet.version() + " cannot be read.", foreign);
    }
  }

  static AdmissionReport of(Admission admission) {
    List<RuleProblem> problems =
        Stream.concat(
                admission.problems().stream(),
                admission.laws().violations().stream().map(InvariantReport.Violation::problem))
            .toList();
    TestReport tests = admission.tests();
    return new AdmissionReport(
        problems,
        admission.verification(),
        new Tests(tests.passed(), tests.failed(), tests.failures(), admission.uncovered()));
  }
}
