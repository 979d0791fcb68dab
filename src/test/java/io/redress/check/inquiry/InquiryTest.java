package io.redress.check.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.check.scenario.FactTree;
import io.redress.check.testcase.TestCases;
import io.redress.domain.dispute.Reason;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InquiryTest {
  private static final RuleSetFiles FILES =
      RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), new ArrayList<>());
  private static final Inquiry INQUIRY =
      new Inquiry(
          RuleSet.read(FILES, new ArrayList<>()).orElseThrow(),
          TestCases.read(FILES.testCases(), new ArrayList<>()).disputes(),
          TestCases.DAY);

  @Test
  void parcelInTransitNeedsTrackingFacts() {
    assertThat(INQUIRY.about(Reason.IN_TRANSIT))
        .containsEntry("delayCause", Weight.DECIDES)
        .containsEntry("shipment.latestDeliveryOn", Weight.DECIDES)
        .containsEntry("shipment.trackingStatus", Weight.DECIDES)
        .containsEntry("shipment.trackingNumber", Weight.WRITTEN)
        .containsEntry("buyer.name", Weight.WRITTEN)
        .doesNotContainKeys("evidence.types", "problem.measuredDeviationCm", "problem.defects");
  }

  @Test
  void defectivePiecesNeedQuantityAndEvidence() {
    assertThat(INQUIRY.about(Reason.DEFECTIVE))
        .containsEntry("evidence.types", Weight.DECIDES)
        .containsEntry("problem.defectiveQuantity", Weight.DECIDES)
        .containsEntry("order.quantity", Weight.DECIDES)
        .containsEntry("order.unitPrice", Weight.DECIDES)
        .containsEntry("order.currency", Weight.DECIDES)
        .containsKeys("problem.defects", "desiredOutcome", "replacementAvailable")
        .doesNotContainKeys("shipment.trackingUrl", "delayCause", "customs.cause");
  }

  @Test
  void onlyWrongSizesNeedMeasurement() {
    String measured = "problem.measuredDeviationCm";
    assertThat(INQUIRY.about(Reason.WRONG_SIZE)).containsKey(measured);
    assertThat(INQUIRY.about(Reason.DEFECTIVE)).doesNotContainKey(measured);
  }

  @Test
  void factsUsedInDrlAreFound() {
    assertThat(INQUIRY.about(Reason.NOT_AS_DESCRIBED)).containsKey("buyer.claimsLast90Days");
  }

  @Test
  void knownFactsMakeFurtherFactsMatter() throws Exception {
    Map<String, Weight> usual = INQUIRY.about(Reason.CUSTOMS_DETAINED);
    ObjectNode facts =
        (ObjectNode)
            new ObjectMapper()
                .readTree(
                    "{\"disputeId\": \"d\", \"asOf\": \"2026-05-11\", \"disputeType\":"
                        + " \"NOT_RECEIVED\", \"reason\": \"CUSTOMS_DETAINED\", \"shipment\":"
                        + " {\"trackingSubStatus\": \"DeliveryFailure_InvalidAddress\"}}");
    Map<String, Weight> further = INQUIRY.about(Reason.CUSTOMS_DETAINED, new FactTree(facts));
    assertThat(usual).doesNotContainKey("shipment.addressErrorBy");
    assertThat(further).containsKey("shipment.addressErrorBy").containsAllEntriesOf(usual);
  }
}
