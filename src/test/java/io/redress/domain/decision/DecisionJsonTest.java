package io.redress.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.check.expectation.Decisions;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.ReadResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionJsonTest {
  private static final ObjectMapper JSON = DecisionJson.mapper();

  private final JsonNode decision = JSON.valueToTree(Decisions.refunding(someFacts()));

  private static Dispute someFacts() {
    var facts =
        new ObjectMapper()
            .createObjectNode()
            .put("disputeType", "NOT_AS_DESCRIBED")
            .put("reason", "DEFECTIVE");
    var reading = DisputeReader.read(facts, country -> LocalDate.of(2015, 2, 19));
    return ((ReadResult.Read) reading).dispute().on(LocalDate.of(2015, 2, 19), "d-1");
  }

  @Test
  void daysAreIsoAndAmountsAreTexts() {
    assertThat(decision.at("/dates/shipBefore").textValue()).isEqualTo("2015-03-05");
    assertThat(decision.at("/refund/amount").textValue()).isEqualTo("28.00");
    assertThat(decision.at("/assessment/defectRatePercent").textValue()).isEqualTo("35.00");
  }

  @Test
  void absentValuesAreOmitted() {
    assertThat(decision.has("replacementQuantity")).isFalse();
    assertThat(decision.at("/dates").has("respondBy")).isFalse();
    assertThat(decision.at("/assessment").has("daysSinceDelivered")).isFalse();
  }

  @Test
  void languagesAreBcp47() {
    assertThat(decision.at("/letter/locale").textValue()).isEqualTo("pt-BR");
  }

  @Test
  void actionHasItsTypeFirstThenItsFields() {
    assertThat(decision.at("/actions/0").toString())
        .isEqualTo(
            """
            {"type":"PARTIAL_REFUND","amount":"28.00","currency":"USD","percentOfGoods":35,\
            "shippingFee":"NOT_REQUIRED"}""");
    assertThat(decision.at("/actions/2").toString()).isEqualTo("{\"type\":\"CARRIER_CLAIM\"}");
  }

  @ParameterizedTest
  @CsvSource({"100, 100", "1E+1, 10", "5.00, 5", "33.33, 33.33", "0.0, 0"})
  void percentagesAreShortPlainNumbers(BigDecimal percent, String written) throws Exception {
    var discount = new Action.NextOrderDiscount(percent);
    String json = "{\"type\":\"NEXT_ORDER_DISCOUNT\",\"percent\":" + written + "}";

    assertThat(JSON.writeValueAsString(discount)).isEqualTo(json);
    assertThat(JSON.<JsonNode>valueToTree(discount)).hasToString(json);
  }

  @Test
  void theFactsAreNotRepeatedInTheAssessment() {
    assertThat(decision.at("/assessment").has("dispute")).isFalse();
    assertThat(decision.at("/assessment").has("warnings")).isFalse();
  }
}
