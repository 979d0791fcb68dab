package io.redress.http.insight;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.console.rulesets.Candidates;
import io.redress.domain.decision.DecisionJson;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("service")
class ShadowResourceTest {
  /** Late in peak season: a discount of 5% under the shipped rules, of 7% under the candidate. */
  private static final String DRESS =
      """
      {"disputeId": "%s", "asOf": "2014-12-20", "disputeType": "NOT_RECEIVED",
       "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON", "buyer": {"name": "Greta"},
       "order": {"currency": "USD", "unitPrice": "200.00", "quantity": 1, "buyerCountry": "DE"}}\
      """;

  @AfterEach
  void stop() {
    given().delete("/v1/shadow");
  }

  private static Response start(String body) {
    return given().contentType("application/json").body(body).put("/v1/shadow");
  }

  private static Response decide(String dispute, String key) {
    Response answer =
        given()
            .contentType("application/json")
            .header("Idempotency-Key", key)
            .body(DRESS.formatted(dispute))
            .post("/v1/decide");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  /** All that does not differ by request. */
  private static String essence(Response answer) {
    ObjectNode whole = (ObjectNode) DecisionJson.read(answer.asString());
    whole.remove(List.of("decisionId", "decidedAt"));
    return whole.toString();
  }

  @Test
  void candidateIsComparedLiveAndChangesNoAnswer() throws IOException {
    String before = essence(decide("shadow-dress", "shadow-before"));
    String candidate = Candidates.sevenPercent(given(), "Seven percent beside the active rules");
    Response started = start("{\"version\": \"" + candidate + "\"}");
    started.then().statusCode(200);
    assertThat(started.jsonPath().getString("status")).isEqualTo("RUNNING");
    assertThat(start("{\"version\": \"" + candidate + "\"}").jsonPath().getString("id"))
        .isEqualTo(started.jsonPath().getString("id"));

    // The first decisions may come before the shadow is at work.
    await()
        .until(
            () -> {
              Response answer = decide("shadow-dress", "shadow-" + System.nanoTime());
              assertThat(essence(answer)).isEqualTo(before);
              return given().get("/v1/shadow").jsonPath().getInt("report.changed") >= 2;
            });

    JsonPath shown = given().get("/v1/shadow").jsonPath();
    assertThat(shown.getInt("compared")).isGreaterThanOrEqualTo(2);
    assertThat(shown.getInt("failed")).isZero();
    assertThat(shown.getString("against")).isEqualTo(Candidates.active());
    assertThat(shown.getString("report.byCell[0].cell")).isEqualTo("F4");
    assertThat(shown.getString("report.largest[0].change.difference")).isEqualTo("4.00");
    assertThat(shown.getString("report.largest[0].letterAfter.body")).contains("Greta", "7%");
    assertThat(given().get("/q/metrics").asString())
        .contains("redress_shadow_running 1.0", "redress_shadow_dropped_total 0.0");

    JsonPath stopped = given().delete("/v1/shadow").jsonPath();
    assertThat(stopped.getString("status")).isEqualTo("ENDED");
    assertThat(stopped.getString("endReason")).isEqualTo("STOPPED");
    given().delete("/v1/shadow").then().statusCode(404);
    assertThat(given().get("/v1/audit?what=SHADOW_ENDED").jsonPath().getString("[0].subject"))
        .isEqualTo(candidate);
  }

  @Test
  void repeatedRequestsAreNotCountedAgain() throws IOException {
    String candidate = Candidates.same(given(), "The same beside the active rules");
    start("{\"version\": \"" + candidate + "\"}").then().statusCode(200);
    await()
        .until(
            () -> {
              decide("shadow-same", "shadow-same-" + System.nanoTime());
              return given().get("/v1/shadow").jsonPath().getInt("compared") > 0;
            });
    decide("shadow-once", "shadow-once");
    await().until(() -> largestCount("shadow-once") >= 0);
    for (int i = 0; i < 3; i++) {
      decide("shadow-once", "shadow-once");
    }
    JsonPath shown = given().get("/v1/shadow").jsonPath();
    assertThat(shown.getInt("report.changed")).isZero();
    assertThat(shown.getList("report.byCell")).isEmpty();
  }

  private static int largestCount(String dispute) {
    return given().get("/v1/decisions?disputeId=" + dispute).jsonPath().getList("").size() - 1;
  }

  @Test
  void whatCannotBeStartedIsRefused() throws IOException {
    Response unknown = start("{\"version\": \"000000000000\"}");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.jsonPath().getList("errors.pointer")).containsExactly("/version");
    assertThat(start("{}").jsonPath().getList("errors.pointer")).containsExactly("/version");
    assertThat(start("{\"version\": 7}").statusCode()).isEqualTo(400);
    assertThat(start("{\"version\": \"active\"}").statusCode()).isEqualTo(400);
    assertThat(start("{\"versoin\": \"a\"}").statusCode()).isEqualTo(400);
    assertThat(start("nonsense").statusCode()).isEqualTo(400);
    Response active = start("{\"version\": \"" + Candidates.active() + "\"}");
    assertThat(active.statusCode()).isEqualTo(409);
    assertThat(active.jsonPath().getList("reasons"))
        .containsExactly("It is active. Choose another rule set.");
    String blocked = Candidates.failing(given(), "shadow-never");
    Response refused = start("{\"version\": \"" + blocked + "\"}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("reasons[0]")).startsWith("It was not admitted.");
  }
}
