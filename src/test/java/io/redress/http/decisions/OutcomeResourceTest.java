package io.redress.http.decisions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.console.Visit;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("service")
class OutcomeResourceTest {
  private static String decide(String dispute) {
    return given()
        .contentType("application/json")
        .body(
            "{\"disputeId\": \""
                + dispute
                + "\", \"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}")
        .post("/v1/decide")
        .then()
        .statusCode(200)
        .extract()
        .path("decisionId");
  }

  private static Response report(String decision, String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/v1/decisions/" + decision + "/outcome");
  }

  @Test
  void howADisputeEndedIsShownAndExported() throws Exception {
    String dispute = "outcome-" + UUID.randomUUID();
    String decision = decide(dispute);
    assertThat(given().get("/v1/decisions/" + decision).asString()).doesNotContain("outcomes");
    Response first = report(decision, "{\"outcome\": \"ACCEPTED\"}");
    first.then().statusCode(200);
    assertThat(first.jsonPath().getInt("number")).isEqualTo(1);
    Response last =
        report(
            decision,
            "{\"outcome\": \"ESCALATED\", \"cost\": {\"amount\": \"25.5\", \"currency\": \"USD\"}}");
    last.then().statusCode(200);
    assertThat(last.jsonPath().getString("cost.amount")).isEqualTo("25.50");

    JsonPath history = given().get("/v1/decisions/" + decision + "/outcome").jsonPath();
    assertThat(history.getList("outcome")).containsExactly("ACCEPTED", "ESCALATED");
    assertThat(history.getString("[1].reportedBy")).isNotBlank();
    JsonPath whole = given().get("/v1/decisions/" + decision).jsonPath();
    assertThat(whole.getList("outcomes.outcome")).containsExactly("ACCEPTED", "ESCALATED");
    String found = "?disputeId=" + dispute;
    JsonPath listed = given().get("/v1/decisions" + found).jsonPath();
    assertThat(listed.getString("[0].outcome.outcome")).isEqualTo("ESCALATED");
    assertThat(given().get("/v1/decisions.csv" + found).asString())
        .contains("number,outcome,outcomeCost,outcomeCurrency,outcomeReportedAt")
        .containsPattern(",ESCALATED,25[.]50?,USD,");
    assertThat(given().get("/v1/decisions.ndjson" + found).asString())
        .contains("\"outcomes\":[{\"number\":1,\"outcome\":\"ACCEPTED\"");
    assertThat(given().get("/v1/decisions.xlsx" + found).statusCode()).isEqualTo(200);
    assertThat(Visit.open().get("/decisions/" + decision).asString())
        .containsSubsequence("How it ended", "Taken further by the buyer", "US$25.50")
        .contains("Accepted by the buyer");
  }

  @Test
  void allProblemsOfAReportAreNamedAtOnce() {
    String decision = decide("outcome-problems");
    Response refused =
        report(
            decision,
            "{\"outcome\": \"LOST\", \"cost\": {\"amount\": \"-1\", \"currency\": \"XX\"}}");
    assertThat(refused.statusCode()).isIn(400, 422);
    assertThat(refused.jsonPath().getList("errors.pointer"))
        .contains("/outcome", "/cost/amount", "/cost/currency");
    assertThat(report(decision, "{}").jsonPath().getList("errors.pointer"))
        .containsExactly("/outcome");
    Response cents =
        report(
            decision,
            "{\"outcome\": \"ACCEPTED\", \"cost\": {\"amount\": \"1.5\", \"currency\": \"JPY\"}}");
    assertThat(cents.statusCode()).isEqualTo(422);
    assertThat(cents.jsonPath().getList("errors.pointer")).containsExactly("/cost/amount");
    assertThat(
            report(decision, "{\"outcome\": \"ACCEPTED\", \"cost\": {\"amount\": \"1.5\"}}")
                .jsonPath()
                .getList("errors.pointer"))
        .containsExactly("/cost/currency");
    assertThat(report(decision, "nonsense").statusCode()).isEqualTo(400);
    assertThat(given().get("/v1/decisions/" + decision + "/outcome").jsonPath().getList(""))
        .isEmpty();
  }

  @Test
  void unknownDecisionsAndTooManyReportsAreRefused() {
    assertThat(report(UUID.randomUUID().toString(), "{\"outcome\": \"ACCEPTED\"}").statusCode())
        .isEqualTo(404);
    assertThat(report("x", "{\"outcome\": \"ACCEPTED\"}").statusCode()).isEqualTo(400);
    String decision = decide("outcome-many");
    Response last = null;
    for (int i = 0; i <= 20; i++) {
      last =
          report(
              decision,
              "{\"outcome\": \"ESCALATED\", \"cost\": {\"amount\": \""
                  + i
                  + "\", \"currency\": \"EUR\"}}");
    }
    assertThat(last).isNotNull();
    assertThat(last.statusCode()).isEqualTo(409);
    assertThat(last.jsonPath().getString("type")).isEqualTo("urn:redress:problem:too-many-reports");
  }
}
