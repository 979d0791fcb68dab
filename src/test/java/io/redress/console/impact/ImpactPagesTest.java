package io.redress.console.impact;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.console.Visit;
import io.redress.console.rulesets.Candidates;
import io.redress.journal.impact.ImpactRun;
import io.redress.journal.impact.ImpactRuns;
import io.redress.journal.impact.ImpactSpecification;
import io.redress.security.audit.Actor;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("service")
class ImpactPagesTest {
  /** Late in peak season: a discount of 5% under the shipped rules, of 7% under the candidate. */
  private static final String DRESS =
      """
      {"disputeId": "%s", "asOf": "2014-12-20", "disputeType": "NOT_RECEIVED",
       "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON", "buyer": {"name": "Greta"},
       "order": {"currency": "USD", "unitPrice": "200.00", "quantity": 1, "buyerCountry": "DE"}}\
      """;

  @Inject ImpactRuns runs;

  private Visit visit;

  @BeforeEach
  void openVisit() {
    visit = Visit.open();
  }

  @Test
  void candidateIsComparedWithThePastBeforeItIsActivated() throws IOException {
    String dispute = "impact-page";
    given()
        .contentType("application/json")
        .body(DRESS.formatted(dispute))
        .post("/v1/decide")
        .then()
        .statusCode(200);
    String candidate =
        "/rulesets/" + Candidates.onlySevenPercent(given(), "Seven percent in peak season");
    assertThat(visit.get(candidate).asString())
        .contains("What would this have cost?", "Not known yet", candidate + "/impact\"");

    Response begun =
        visit.post(
            candidate + "/impact",
            Map.of("disputeId", dispute, "redemption", "50", "from", "", "platform", ""));

    String run = begun.header("HX-Redirect");
    assertThat(run).as(begun.asString()).startsWith(candidate + "/impact/");
    await().until(() -> visit.get(run + "/progress").header("HX-Refresh") != null);
    assertThat(visit.get(run).asString())
        .containsSubsequence(
            "1 of 1 decision would have been different. Altogether: US$2.00 more.",
            "Dispute: impact-page",
            "All in USD",
            "+US$2.00",
            "/goodwill#cell-F4\">Goodwill F4",
            "All edits: +US$2.00.",
            "class=\"before\">5<",
            "class=\"after\">7<",
            "Germany",
            "Still on its way",
            dispute,
            "Greta",
            "Greta");
    assertThat(visit.get(run + "/changes.csv").asString())
        .contains(dispute + ",USD,", ",5,", ",7,2");
    assertThat(visit.get(run + "/changes.xlsx").statusCode()).isEqualTo(200);
    assertThat(visit.get(candidate).asString()).contains("US$2.00 more", run + "\"");
    assertThat(visit.get(candidate + "/activation").asString()).contains("US$2.00 more");
    assertThat(visit.get(candidate + "/impact").asString()).contains(run + "\"", "Done");
    assertThat(visit.get("/audit?what=IMPACT_RUN_CREATED").asString())
        .contains("Comparison with the past begun", run.substring(run.lastIndexOf('/') + 1));
    assertThat(visit.post(run + "/cancel", Map.of()).header("HX-Redirect")).isEqualTo(run);
    assertThat(visit.get(run).asString()).contains("Done");
  }

  @Test
  void ownKpisAreChosenAndShownInTheLanguageOfTheReader() {
    String dispute = "impact-kpis";
    given()
        .contentType("application/json")
        .body(DRESS.formatted(dispute))
        .post("/v1/decide")
        .then()
        .statusCode(200);
    String kpis =
        """
        - name: late
          title: {en: "Late <parcels>", zh: 迟到的包裹}
          count: {when: {decision: {reasonCode: PEAK_SEASON}}}
        - name: value
          title: Value of late parcels
          sum: {of: /decision/assessment/orderValue, when: {decision: {reasonCode: PEAK_SEASON}}}
        - name: refused
          share: {of: {decision: {resolution: REJECT}}}
        """;
    String runs =
        "/rulesets/"
            + given()
                .multiPart("file", "kpis.yaml", kpis.getBytes(StandardCharsets.UTF_8))
                .multiPart("comment", "KPIs of our own")
                .post("/v1/rulesets")
                .jsonPath()
                .getString("version")
            + "/impact";
    assertThat(visit.get(runs).asString())
        .contains(
            "value=\"late\" checked> Late &lt;parcels&gt;", "value=\"refused\" checked> refused");

    String run =
        visit.post(runs, Map.of("disputeId", dispute, "kpi", "late")).header("HX-Redirect");
    await().until(() -> visit.get(run + "/progress").header("HX-Refresh") != null);
    assertThat(visit.get(run).asString())
        .contains("Own KPIs", "Late &lt;parcels&gt;", run + "/kpis.csv")
        .doesNotContain("Value of late parcels");

    String all = visit.post(runs, Map.of("disputeId", dispute)).header("HX-Redirect");
    await().until(() -> visit.get(all + "/progress").header("HX-Refresh") != null);
    assertThat(given().accept("text/html").header("Accept-Language", "zh").get(all).asString())
        .contains("自有指标", "迟到的包裹", "US$200.00", "0 个百分点");
    assertThat(visit.get(all + "/kpis.csv").asString())
        .containsSubsequence(
            "name,title,unit,before,after,difference",
            "late,Late <parcels>,,1,1,0",
            "value,Value of late parcels,USD,200");
    assertThat(visit.get(all + "/kpis.xlsx").statusCode()).isEqualTo(200);
    assertThat(given().get("/v1" + all).jsonPath().getString("kpis[0].before")).isEqualTo("1");
    assertThat(given().get("/v1" + all + "/kpis.csv").statusCode()).isEqualTo(200);
    assertThat(given().get("/v1" + all + "/kpis.xlsx").statusCode()).isEqualTo(200);
    assertThat(visit.post(runs, Map.of("kpi", "lat")).asString()).contains("href=\"#kpis\"");
  }

  @Test
  void comparisonWithoutDecisionsSaysWhatToDo() throws IOException {
    String runs = "/rulesets/" + Candidates.onlySevenPercent(given(), "Never decided") + "/impact";
    String run =
        visit
            .post(runs, Map.of("disputeId", "never-decided", "redemption", "100"))
            .header("HX-Redirect");
    await().until(() -> visit.get(run + "/progress").header("HX-Refresh") != null);

    assertThat(visit.get(run).asString())
        .contains("there is nothing to compare", runs + "\">Choose another time")
        .doesNotContain("By edited cell", "class=\"matrix\"");
  }

  @Test
  void refusedInputsAreNamedAtTheirFields() {
    Response refused =
        visit.post(
            "/rulesets/active/impact",
            Map.of("from", "2026-02-01", "to", "2026-01-01", "redemption", "150", "country", "XX"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString()).contains("href=\"#redemption\"", "href=\"#country\"");
    Response tiny = visit.post("/rulesets/active/impact", Map.of("redemption", "1e-100000000"));
    assertThat(tiny.asString()).contains("href=\"#redemption\"");
    Response late =
        visit.post("/rulesets/active/impact", Map.of("from", "2026-02-01", "to", "2026-01-01"));
    assertThat(late.asString()).contains("href=\"#from\"", "Send an earlier day");
    assertThat(visit.get("/rulesets/active/impact/none").statusCode()).isEqualTo(404);
  }

  @Test
  void whyARunFailedIsInTheLanguageOfTheReader() throws IOException {
    String candidate = Candidates.onlySevenPercent(given(), "Seven percent in peak season");
    ImpactRun run =
        runs.add(
                new ImpactSpecification(
                    candidate,
                    "000000000000",
                    false,
                    null,
                    Instant.now(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    BigDecimal.ONE,
                    List.of()),
                Instant.now(),
                Actor.within("anna"))
            .orElseThrow();
    String page = "/rulesets/" + candidate + "/impact/" + run.id();
    await().until(() -> visit.get(page + "/progress").header("HX-Refresh") != null);

    assertThat(visit.get(page).asString())
        .contains("<p>Rule set 000000000000 cannot be read. Choose another version.</p>");
    assertThat(given().accept("text/html").header("Accept-Language", "zh").get(page).asString())
        .contains("<p>无法读取规则集 000000000000。请选择其他版本。</p>");
    assertThat(given().get("/v1" + page).jsonPath().getString("failure"))
        .isEqualTo("Rule set 000000000000 cannot be read. Choose another version.");
  }
}
