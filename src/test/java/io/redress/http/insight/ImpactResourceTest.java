package io.redress.http.insight;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("service")
class ImpactResourceTest {
  private static final String RUNS = "/v1/rulesets/active/impact";
  private static final String DRESS =
      """
      {"disputeId": "impact-dress", "asOf": "2014-12-20", "disputeType": "NOT_RECEIVED",
       "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON", "buyer": {"name": "Greta"}}\
      """;

  private static Response begin(String body) {
    return given().contentType("application/json").body(body).post(RUNS);
  }

  @Test
  void recordedDecisionsAreComparedInTheBackground() {
    given().contentType("application/json").body(DRESS).post("/v1/decide").then().statusCode(200);
    Response begun = begin("{\"filter\": {\"disputeId\": \"impact-dress\"}}");
    begun.then().statusCode(202);
    String location = begun.header("Location");
    String run = location.substring(location.indexOf("/v1/"));
    assertThat(begun.jsonPath().getBoolean("recorded")).isTrue();
    await().until(() -> given().get(run).jsonPath().getString("status").equals("DONE"));
    JsonPath done = given().get(run).then().statusCode(200).extract().jsonPath();
    assertThat(done.getInt("progress")).isEqualTo(1);
    assertThat(done.getInt("population.found")).isPositive();
    assertThat(done.getInt("population.decided")).isEqualTo(done.getInt("population.found"));
    assertThat(done.getInt("changed")).isZero();
    assertThat(done.getList("byCell")).isEmpty();
    assertThat(given().get(RUNS).jsonPath().getList("id"))
        .contains(begun.jsonPath().getString("id"));
    assertThat(given().get(run + "/changes.csv").then().statusCode(200).extract().asString())
        .endsWith("after.cost,difference\r\n");
    given().get(run + "/changes.xlsx").then().statusCode(200);
    assertThat(given().delete(run).jsonPath().getString("status")).isEqualTo("DONE");
    given().get(RUNS + "/none").then().statusCode(404);
    given().get(RUNS + "/none/changes.csv").then().statusCode(404);
    given().get("/v1/rulesets/000000000000/impact").then().statusCode(404);
  }

  @Test
  void allProblemsOfARequestAreNamedAtOnce() {
    Response refused =
        begin(
            """
            {"from": "soon", "to": "2026-13-01", "against": "0",
             "filter": {"resolution": "MONEY", "ruleSet": "x"}}
            """);
    refused.then().statusCode(400);
    assertThat(refused.jsonPath().getList("errors.pointer"))
        .containsExactlyInAnyOrder(
            "/from", "/to", "/against", "/filter/resolution", "/filter/ruleSet");
    assertThat(begin("{\"from\": \"2026-02-01\", \"to\": \"2026-01-01\"}").statusCode())
        .isEqualTo(400);
    assertThat(begin("{\"redemptionRate\": \"1.5\"}").statusCode()).isIn(400, 422);
    assertThat(begin("{\"kpis\": [\"refused\"]}").asString())
        .contains("/kpis/0", "The rule set has no KPIs. Leave this out.");
    assertThat(begin("{\"kpis\": [\"Refused!\"]}").jsonPath().getList("errors.pointer"))
        .containsExactly("/kpis/0");
    assertThat(begin("{\"kpis\": \"refused\"}").jsonPath().getList("errors.pointer"))
        .containsExactly("/kpis");
    assertThat(begin("{\"untill\": \"2026-01-01\"}").jsonPath().getList("errors.pointer"))
        .containsExactly("/untill");
  }
}
