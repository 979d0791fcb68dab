package io.redress.http.insight;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("service")
class InsightResourceTest {
  private static final String DRESS =
      """
      {"disputeId": "insight-dress", "asOf": "2014-12-20", "disputeType": "NOT_RECEIVED",
       "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON", "buyer": {"name": "Greta"}}\
      """;

  private static Response post(String path, String body) {
    return given().contentType("application/json").body(body).post(path);
  }

  @Test
  void factsAreExplained() {
    JsonPath answer =
        post("/v1/explain", "{\"facts\": " + DRESS + ", \"table\": \"goodwill\", \"row\": 5}")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(answer.getInt("tables[0].won.row")).isEqualTo(4);
    assertThat(answer.getString("tables[0].rows[0].failed[0].column")).isEqualTo("reasonCode");
    assertThat(answer.getString("tables[0].rows[0].failed[0].actual")).isEqualTo("PEAK_SEASON");
    assertThat(answer.getString("locale")).isEqualTo("en");
  }

  /** By its own rule set, as it was decided, and without a new entry in the journal. */
  @Test
  void recordedDecisionIsExplained() {
    String id = post("/v1/decide", DRESS).jsonPath().getString("decisionId");
    String before = given().get("/v1/decisions?size=1").header("X-Total-Count");
    JsonPath answer =
        post("/v1/explain", "{\"decisionId\": \"" + id + "\", \"locale\": \"zh\"}")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(answer.getString("resolution")).isEqualTo("KEEP_TRACKING");
    assertThat(answer.getString("ruleSet.version")).hasSize(12);
    assertThat(answer.getList("tables")).hasSizeGreaterThan(10);
    assertThat(answer.getString("rules.find { it.rule == 'Safety first' }.sentence"))
        .contains("未触发");
    assertThat(given().get("/v1/decisions?size=1").header("X-Total-Count")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 400 | ''",
        "[] | 400 | ''",
        "{\"facts\": 5} | 400 | /facts",
        "{\"facts\": {}, \"decisionId\": \"1\"} | 400 | ''",
        "{\"decisionId\": \"1\"} | 400 | /decisionId",
        "{\"facts\": {\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOSST\"}} | 422 |"
            + " /facts/reason",
        "{\"facts\": {\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}, \"tabel\": 1} |"
            + " 400 | /tabel",
        "{\"facts\": {\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}, \"table\": \"x\"}"
            + " | 400 | /table",
        "{\"facts\": {\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}, \"table\":"
            + " \"law\", \"row\": 1} | 400 | /row"
      })
  void problemsHavePointers(String body, int status, String pointer) {
    Response refused = post("/v1/explain", body);
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
    assertThat(refused.contentType()).isEqualTo("application/problem+json");
    assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    assertThat(post("/v1/explain", "{\"decisionId\": \"" + UUID.randomUUID() + "\"}").statusCode())
        .isEqualTo(404);
    assertThat(
            post("/v1/explain", "{\"facts\": " + DRESS + ", \"version\": \"0123456789ab\"}")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatWouldChangeARecordedDecision() {
    String id = post("/v1/decide", DRESS).jsonPath().getString("decisionId");
    JsonPath answer =
        post(
                "/v1/whatif",
                "{\"decisionId\": \"" + id + "\", \"goal\": {\"resolution\": \"FULL_REFUND\"}}")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(answer.getBoolean("reached")).isFalse();
    assertThat(answer.getList("options.decision.resolution"))
        .isNotEmpty()
        .containsOnly("FULL_REFUND");
    assertThat(answer.getList("hangsOn.pointer")).contains("/delayCause");
    assertThat(answer.getInt("limit")).isEqualTo(20_000);
  }

  @Test
  void goalThatIsReachedNeedsNoChange() {
    JsonPath answer =
        post(
                "/v1/whatif",
                "{\"facts\": " + DRESS + ", \"goal\": {\"resolution\": \"KEEP_TRACKING\"}}")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(answer.getBoolean("reached")).isTrue();
    assertThat(answer.getList("options")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"resolution\": \"REFUND\"} | /goal/resolution",
        "{\"reslution\": \"NO_ACTION\"} | /goal/reslution",
        "{\"letter\": \"absent\"} | /goal/letter",
        "{\"nextOrderDiscountPercent\": 1e999999999} | /goal/nextOrderDiscountPercent",
        "{\"nextOrderDiscountPercent\": 1e-99999999} | /goal/nextOrderDiscountPercent",
        "5 | /goal"
      })
  void goalsWithProblemsHavePointers(String goal, String pointer) {
    Response refused = post("/v1/whatif", "{\"facts\": " + DRESS + ", \"goal\": " + goal + "}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
  }
}
