package io.redress.decide;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.ruleset.ActiveRules;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DecideResourceTest {
  private static final String FACTS =
      "{\"disputeType\":\"NOT_RECEIVED\",\"reason\":\"LOST\",\"asOf\":\"2026-03-05\"}";

  @Inject ActiveRules active;

  @BeforeEach
  void rules() {
    active.activate(new FixedRules());
  }

  @Test
  void theAnswerHasTheMembersOfTheVocabulary() throws Exception {
    JsonNode answer = decided(FACTS);
    List<String> names = new ArrayList<>();
    answer.fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactly(
            "decisionId",
            "decidedAt",
            "disputeId",
            "asOf",
            "ruleSet",
            "resolution",
            "actions",
            "reasonCode",
            "nextOrderDiscountPercent",
            "refund",
            "evidence",
            "dates",
            "caseStatus",
            "assessment",
            "warnings",
            "trace",
            "letter");
    assertThat(UUID.fromString(answer.path("decisionId").textValue()).version()).isEqualTo(7);
    assertThat(Instant.parse(answer.path("decidedAt").textValue())).isBefore(Instant.now());
  }

  @Test
  void numbersDatesAndLanguagesAreWrittenAsTheVocabularySays() throws Exception {
    JsonNode answer = decided(FACTS);
    assertThat(answer.path("asOf").textValue()).isEqualTo("2026-03-05");
    assertThat(answer.path("nextOrderDiscountPercent").toString()).isEqualTo("50");
    assertThat(answer.path("refund").toString())
        .isEqualTo(
            "{\"amount\":\"10.00\",\"currency\":\"USD\",\"percentOfGoods\":33.33,"
                + "\"shippingFee\":\"NOT_REQUIRED\"}");
    assertThat(answer.path("actions").path(0).toString())
        .isEqualTo(
            "{\"type\":\"PARTIAL_REFUND\",\"amount\":\"10.00\",\"currency\":\"USD\","
                + "\"percentOfGoods\":33.33,\"shippingFee\":\"NOT_REQUIRED\"}");
    assertThat(answer.path("actions").path(1).toString())
        .isEqualTo("{\"type\":\"NEXT_ORDER_DISCOUNT\",\"percent\":5}");
    assertThat(answer.path("dates").toString()).isEqualTo("{\"nextReviewBy\":\"2026-03-12\"}");
    assertThat(answer.path("assessment").toString())
        .isEqualTo(
            "{\"defectRatePercent\":\"35.00\",\"daysSinceShipped\":9,\"daysLate\":-3,"
                + "\"peakSeason\":\"NONE\",\"holiday\":\"NONE\",\"buyerHoliday\":\"NONE\"}");
    assertThat(answer.path("letter").path("locale").textValue()).isEqualTo("pt-BR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/json; charset=utf-8"})
  void jsonIsTaken(String mediaType) {
    assertThat(post(mediaType, FACTS).statusCode()).isEqualTo(200);
  }

  @Test
  void aFailureIsNotToldButCanBeFoundInTheLog() {
    String facts = FACTS.replace("}", ",\"order\":{\"item\":\"" + FixedRules.BREAKING + "\"}}");
    Response answer = post("application/json", facts);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.path("type").toString()).isEqualTo("urn:redress:problem:internal");
    String occurrence = answer.<String>path("instance").replace("urn:uuid:", "");
    assertThat(answer.<String>path("detail")).contains(occurrence);
    assertThat(answer.asString()).doesNotContain("redress.", "Exception", "Broken", "\\tat");
  }

  @Test
  void withoutARuleSetNothingIsDecidedAndNobodySaysReady() {
    active.activate(null);
    Response answer = post("application/json", FACTS);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(get("/q/health/ready").statusCode()).isEqualTo(503);
    assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void readinessNamesTheRuleSet() {
    assertThat(get("/q/health/ready").<String>path("checks[0].data.version"))
        .isEqualTo("0123456789ab");
  }

  @Test
  void decisionsAndProblemsCanBeWatched() throws Exception {
    decided(FACTS);
    post("application/json", "{}");
    assertThat(get("/q/metrics").asString())
        .contains(
            "redress_decisions_total{resolution=\"PARTIAL_REFUND\",ruleSet=\"0123456789ab\"}",
            "redress_decide_seconds_bucket",
            "redress_problems_total{status=\"422\"}");
  }

  private static JsonNode decided(String facts) throws Exception {
    return new ObjectMapper().readTree(post("application/json", facts).asString());
  }

  private static Response post(String mediaType, String facts) {
    return given().contentType(mediaType).body(facts.getBytes()).post("/v1/decide");
  }
}
