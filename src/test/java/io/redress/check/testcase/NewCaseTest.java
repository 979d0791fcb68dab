package io.redress.check.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.check.expectation.Decisions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewCaseTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String FACTS =
      """
      {"disputeId": "D-1", "asOf": "2026-05-11", "disputeType": "NOT_RECEIVED", "reason": "LOST",
       "order": {"item": "a velvet dress", "quantity": 2, "unitPrice": "80.00", "currency": "USD",
         "buyerCountry": "NO"},
       "shipment": {"trackingNumber": "LX1", "trackingUrl": "https://track.example/LX1"},
       "buyer": {"name": "Greta"}, "replacementAvailable": true}
      """;

  private static final String DECISION =
      """
      {"resolution": "FULL_REFUND", "reasonCode": "LOST", "nextOrderDiscountPercent": 7.5,
       "actions": [{"type": "FULL_REFUND", "amount": "160.00"}, {"type": "CARRIER_CLAIM"}],
       "refund": {"amount": "160.00", "currency": "USD", "percentOfGoods": 100,
         "shippingFee": "REFUNDED"},
       "dates": {}, "caseStatus": "RESOLVED"}
      """;

  @Test
  void decisionBecomesReadableYaml() throws Exception {
    assertThat(written("lost-1", "Lost: all back", EnumSet.allOf(ExpectedPart.class)).yaml())
        .isEqualTo(
            """
            - id: lost-1
              title: 'Lost: all back'
              source: decision 1
              facts:
                asOf: 2026-05-11
                disputeType: NOT_RECEIVED
                reason: LOST
                order: {quantity: 2, unitPrice: '80.00', currency: USD, buyerCountry: 'NO'}
                replacementAvailable: true
              expect:
                resolution: FULL_REFUND
                actions: [FULL_REFUND, CARRIER_CLAIM]
                reasonCode: LOST
                nextOrderDiscountPercent: 7.5
                refund: {amount: '160.00', currency: USD, percentOfGoods: 100, shippingFee: REFUNDED}
                replacementQuantity: absent
                dates: {respondBy: absent, shipBefore: absent, nextReviewBy: absent, answerBy: absent, refundBy: absent, returnBy: absent}
                caseStatus: RESOLVED
            """);
  }

  @Test
  void onlyChosenPartsAreExpected() throws Exception {
    assertThat(written("lost-1", "Lost", Set.of(ExpectedPart.RESOLUTION)).expect())
        .isEqualTo(JSON.readTree("{\"resolution\": \"FULL_REFUND\"}"));
  }

  @Test
  void anyTitleIsReadBackUnchanged() throws Exception {
    for (String title :
        List.of(
            "yes",
            "5",
            "1.50",
            "null",
            "~",
            "- a: b",
            "a # b",
            "{x}",
            "*a",
            "&a",
            "!!x",
            "\"'",
            "损坏 €",
            "a\nb",
            "  a  ",
            "2026-05-11",
            "<script>alert(1)</script>",
            "a: b",
            "@",
            "%",
            "`")) {
      String yaml = written("one", title, EnumSet.allOf(ExpectedPart.class)).yaml();
      assertThat(TestCaseFixture.cases(yaml).run(Decisions::refunding).outcomes())
          .extracting(CaseOutcome::title)
          .containsExactly(title);
    }
  }

  @Test
  void freeIdIsUnique() {
    assertThat(NewCase.freeId(List.of(), "IN_TRANSIT", "KEEP_TRACKING"))
        .isEqualTo("in-transit-keep-tracking");
    assertThat(NewCase.freeId(List.of("lost", "lost-2"), "LOST")).isEqualTo("lost-3");
  }

  private static NewCase written(String id, String title, Set<ExpectedPart> parts)
      throws JsonProcessingException {
    return NewCase.of(
        id, title, "decision 1", (ObjectNode) JSON.readTree(FACTS), JSON.readTree(DECISION), parts);
  }
}
