package io.redress.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.check.admission.Admission;
import io.redress.check.testcase.TestCases;
import io.redress.domain.dispute.Customs;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.Reason;
import io.redress.domain.dispute.Shipment;
import io.redress.rules.source.RuleProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shipped rules, checked by their test cases. */
class ShippedRulesTest {
  private final List<RuleProblem> problems = new ArrayList<>();
  private final RuleSetFiles files =
      RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), problems);

  @Test
  void everyTestCasePassesAndEveryTableRowIsCovered() {
    Admission admission = Admission.of(files, problems);

    assertThat(admission.findings()).isEmpty();
    assertThat(admission.uncovered()).isEmpty();
    assertThat(admission.admitted()).isTrue();
  }

  @Test
  void thereAreAtLeast120TestCases() {
    assertThat(TestCases.read(files.testCases(), problems).size()).isGreaterThanOrEqualTo(120);
  }

  @Test
  void everyReasonAndStatusOccursInATestCase() {
    Set<Object> words = new HashSet<>();
    TestCases.read(files.testCases(), problems)
        .run(
            dispute -> {
              words.add(dispute.reason());
              words.add(dispute.desiredOutcome());
              words.add(dispute.delayCause());
              words.add(dispute.customs().cause());
              words.add(dispute.shipment().trackingStatus());
              throw new IllegalStateException("only the facts matter");
            });

    assertThat(words)
        .contains((Object[]) Reason.values())
        .contains((Object[]) Dispute.DesiredOutcome.values())
        .contains((Object[]) Dispute.DelayCause.values())
        .contains((Object[]) Customs.Cause.values())
        .contains((Object[]) Shipment.TrackingStatus.values());
  }
}
