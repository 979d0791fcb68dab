package io.redress.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.check.admission.Admission;
import io.redress.check.invariant.Invariants.Effort;
import io.redress.check.testcase.TestCases;
import io.redress.domain.dispute.Customs;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.Reason;
import io.redress.domain.dispute.Shipment;
import io.redress.rules.source.RuleProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped rules, checked by their test cases. */
class ShippedRulesTest {
  private final List<RuleProblem> problems = new ArrayList<>();
  private final RuleSetFiles files =
      RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), problems);

  @Test
  void everyTestCasePassesAndEveryTableRowIsCovered() {
    Admission admission = Admission.of(files, problems, new Effort(3_000, Duration.ofMinutes(1)));

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
    List<Dispute> disputes = TestCases.read(files.testCases(), problems).disputes();

    assertThat(disputes).extracting(Dispute::reason).contains(Reason.values());
    assertThat(disputes)
        .extracting(Dispute::desiredOutcome)
        .contains(Dispute.DesiredOutcome.values());
    assertThat(disputes).extracting(Dispute::delayCause).contains(Dispute.DelayCause.values());
    assertThat(disputes)
        .extracting(dispute -> dispute.customs().cause())
        .contains(Customs.Cause.values());
    assertThat(disputes)
        .extracting(dispute -> dispute.shipment().trackingStatus())
        .contains(Shipment.TrackingStatus.values());
  }
}
