package io.redress.console.impact;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.console.Visit;
import io.redress.console.rulesets.Candidates;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("service")
class ShadowPagesTest {
  private static final String DRESS =
      """
      {"disputeId": "shadow-page", "asOf": "2014-12-20", "disputeType": "NOT_RECEIVED",
       "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON", "buyer": {"name": "Greta"},
       "order": {"currency": "USD", "unitPrice": "200.00", "quantity": 1, "buyerCountry": "DE"}}\
      """;

  @AfterEach
  void stop() {
    given().delete("/v1/shadow");
  }

  @Test
  void candidateRunsBesideTheActiveRulesUntilItIsStopped() throws IOException {
    Visit visit = Visit.open();
    String candidate =
        "/rulesets/" + Candidates.sevenPercent(given(), "Seven percent on a page of shadows");
    String page = candidate + "/shadow";
    assertThat(visit.get(candidate).asString()).contains("before it goes live", page + "\"");
    assertThat(visit.get(page).asString())
        .contains("Start beside the active rules")
        .doesNotContain("So far");

    Response started = visit.post(page, Map.of());

    assertThat(started.header("HX-Redirect")).as(started.asString()).isEqualTo(page);
    await()
        .until(
            () -> {
              given().contentType("application/json").body(DRESS).post("/v1/decide");
              return visit.get(page + "/figures").asString().contains("would have been different");
            });
    assertThat(visit.get(page).asString())
        .containsSubsequence(
            "At work",
            "Stop",
            "would have been different. Altogether: US$",
            "So far",
            "decisions compared",
            "/goodwill#cell-F4\">Goodwill F4",
            "shadow-page",
            "Greta");
    assertThat(visit.get("/").asString()).contains(page + "\"", "decides beside the active rules");
    assertThat(visit.get(candidate).asString()).contains("without effect");
    assertThat(visit.get("/audit?what=SHADOW_STARTED").asString()).contains("Shadow started");
    assertThat(given().accept("text/html").header("Accept-Language", "zh").get(page).asString())
        .contains("与生效规则并行", "个裁决已比较");

    String other = "/rulesets/" + Candidates.same(given(), "Another on a page of shadows");
    assertThat(visit.get(other + "/shadow").asString())
        .contains("Starting this one ends it", page + "\"");
    visit.post(other + "/shadow/stop", Map.of());
    assertThat(visit.get(page).asString()).contains("At work");

    assertThat(visit.post(page + "/stop", Map.of()).header("HX-Redirect")).isEqualTo(page);
    assertThat(visit.get(page + "/figures").header("HX-Refresh")).isEqualTo("true");
    assertThat(visit.get(page).asString())
        .contains("Until it ended", "it was stopped.", "Start again")
        .doesNotContain("every 2s");
  }

  @Test
  void blockedCandidateSaysWhatToDo() {
    Visit visit = Visit.open();
    String page = "/rulesets/" + Candidates.failing(given(), "shadow-page-never") + "/shadow";
    assertThat(visit.get(page).asString()).contains("It was not admitted.");
    Response refused = visit.post(page, Map.of());
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.asString()).contains("It was not admitted.");
    assertThat(visit.get("/rulesets/active/shadow").asString())
        .contains("It is active. Choose another rule set.");
  }
}
