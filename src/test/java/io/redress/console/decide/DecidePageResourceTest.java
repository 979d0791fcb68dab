package io.redress.console.decide;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redress.EditedRules;
import io.redress.domain.decision.RuleSetId;
import io.redress.http.gate.Protected;
import io.redress.http.gate.Visitor;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.SearchQuery;
import io.redress.lifecycle.RuleSets;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.security.access.Role;
import io.redress.security.audit.Actor;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(Protected.class)
@Tag("service")
class DecidePageResourceTest {
  private static final String DRESS =
      "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"IN_TRANSIT\", \"delayCause\":"
          + " \"PEAK_SEASON\", \"asOf\": \"2014-12-10\"%s}";

  private static final Actor BY = Actor.within("test");

  @Inject Protected.Keys keys;
  @Inject RuleSets ruleSets;
  @Inject JournalSearch journal;

  @Test
  void trialIsNotRecorded() {
    long before = journal.count(SearchQuery.ALL);
    Response answer = send(Role.EDIT, "try", DRESS.formatted(""));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString())
        .contains("Keep tracking", "5%", "Not recorded", "class=\"highlighted outcome\"")
        .contains("#row-4\"", "data-letter=\"zh\"");
    assertThat(journal.count(SearchQuery.ALL)).isEqualTo(before);
  }

  @Test
  void decisionIsRecordedOncePerIdempotencyKey() {
    long before = journal.count(SearchQuery.ALL);
    for (int i = 0; i < 2; i++) {
      Response kept =
          visitor(Role.DECIDE)
              .page()
              .contentType("application/json")
              .header("Idempotency-Key", "key-of-the-page")
              .body(DRESS.formatted(""))
              .post("/decide/keep");
      assertThat(kept.statusCode()).isEqualTo(200);
      assertThat(kept.asString())
          .contains("Decided and recorded", "Keep tracking", "data-letter=\"zh\"");
    }
    assertThat(journal.count(SearchQuery.ALL)).isEqualTo(before + 1);
  }

  @Test
  void recordingNeedsTheDecideRole() {
    for (String role : List.of(Role.EDIT, Role.ACTIVATE, Role.AUDIT)) {
      assertThat(send(role, "keep", DRESS.formatted("")).statusCode()).isEqualTo(403);
      assertThat(page(role)).doesNotContain("id=\"keep\"");
    }
    assertThat(page(Role.DECIDE)).contains("id=\"keep\"");
    assertThat(send(Role.ADMIN, "try", DRESS.formatted("")).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"order.unitPrice\": \"1e300000000\"}",
        "{\"order.unitPrice\": 1e-30000000}",
        "{\"daysLate\": 1e300000000}",
        "{\"daysLate\": \"many\"}",
      })
  void exampleWithAnImpossibleNumberIsRefused(String example) {
    for (String table : List.of("goodwill", "none")) {
      assertThat(send(Role.EDIT, "example?table=" + table, example).statusCode())
          .as(table)
          .isIn(200, 400);
    }
  }

  @Test
  void deciderSeesNoTablesAndNoCandidates() {
    Response answer = send(Role.DECIDE, "try", DRESS.formatted(""));
    assertThat(answer.asString())
        .contains("Row 4 of promises.xlsx, Goodwill", "Your role cannot view tables")
        .doesNotContain("highlighted-table");
    assertThat(send(Role.DECIDE, "try?ruleSet=0123456789ab", DRESS.formatted("")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void candidateCanBeTried() throws Exception {
    RuleSetFiles files =
        RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), new ArrayList<>());
    byte[] generous =
        EditedRules.edited(
            Path.of("rules/promises.xlsx"),
            workbook -> workbook.getSheet("Goodwill").getRow(3).getCell(5).setCellValue(0.07));
    ruleSets.propose(
        files.with(Map.of("promises.xlsx", generous)), null, "Seven <b>percent</b>", BY);
    String version = RuleSetId.of(files.with(Map.of("promises.xlsx", generous)).hash()).version();

    assertThat(page(Role.EDIT))
        .containsPattern(
            version + "\">Candidate · Version \\d+: Seven &lt;b&gt;percent&lt;/b&gt;<");
    assertThat(page(Role.DECIDE)).doesNotContain(version);
    Response answer = send(Role.EDIT, "try?ruleSet=" + version, DRESS.formatted(""));
    assertThat(answer.asString())
        .contains("7%", "/tables/" + version + "/goodwill#row-4", "rule set " + version);
  }

  @Test
  void problemsHavePointers() {
    Response refused =
        send(
            Role.DECIDE,
            "try",
            "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\","
                + " \"order\": {\"quantity\": 0}, \"shipment\": {\"shippedOn\": \"soon\"}}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<List<String>>path("errors.pointer"))
        .containsExactlyInAnyOrder("/order/quantity", "/shipment/shippedOn");
  }

  @Test
  void problemsAreTranslatedForUsersButNotForTheApi() {
    String twoReasons =
        "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\", \"order\": {\"quantity\":"
            + " 2000000}, \"shipment\": {\"shippedOn\": \"2026-01-05\", \"deliveredOn\":"
            + " \"2026-01-02\"}, \"asOf\": \"2026-02-01\"}";
    Response page =
        visitor(Role.DECIDE)
            .page()
            .header("Accept-Language", "zh-CN")
            .contentType("application/json")
            .body(twoReasons)
            .post("/decide/try");
    assertThat(page.<String>path("detail")).isEqualTo("发现 2 处错误，请逐一更正。");
    assertThat(page.<List<String>>path("errors.message"))
        .containsExactly("“2000000”超出范围。请填 1 至 1000000。", "送达的日期 2026-01-02 早于发货的日期 2026-01-05。");
    Response program =
        given()
            .auth()
            .oauth2(keys.with(Role.DECIDE))
            .header("Accept-Language", "zh-CN")
            .contentType("application/json")
            .body(twoReasons)
            .post("/v1/decide");
    assertThat(program.<List<String>>path("errors.message"))
        .containsExactly(
            "\"2000000\" is out of range. Send 1 to 1000000.",
            "Delivered on 2026-01-02, before shipped on 2026-01-05.");
  }

  @Test
  void onlyRelevantFactsAreReturned() {
    Response facts =
        send(
            Role.DECIDE,
            "facts",
            "{\"disputeType\": \"NOT_AS_DESCRIBED\", \"reason\": \"COUNTERFEIT\"}");
    assertThat(facts.statusCode()).isEqualTo(200);
    assertThat(facts.jsonPath().<String, String>getMap(""))
        .containsEntry("evidence.types", "DECIDES")
        .containsEntry("buyer.name", "WRITTEN")
        .doesNotContainKey("shipment.trackingUrl");
    for (String unfinished : List.of("{}", "{", "[]", "{\"reason\": \"NONSENSE\"}", "")) {
      Response none = send(Role.DECIDE, "facts", unfinished);
      assertThat(none.statusCode()).as(unfinished).isEqualTo(200);
      assertThat(none.asString()).isEqualTo("{}");
    }
  }

  @Test
  void factsAreEscaped() {
    String hostile =
        ", \"order\": {\"item\": \"<script>alert(1)</script>\"}, \"buyer\": {\"name\": \"<img"
            + " src=x onerror=alert(1)>\"}, \"seller\": {\"name\": \"\\\"><b>\"}";
    String answer = send(Role.EDIT, "try", DRESS.formatted(hostile)).asString();
    assertThat(answer)
        .doesNotContain("<script>", "<img", "<b>")
        .contains("&lt;script&gt;", "&lt;img");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "../active", "ACTIVE", "0123456789ab", "%00", "<script>"})
  void unknownRuleSetIsNotFound(String version) {
    Response answer =
        visitor(Role.EDIT)
            .page()
            .queryParam("ruleSet", version)
            .contentType("application/json")
            .body(DRESS.formatted(""))
            .post("/decide/try");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.asString()).doesNotContain("<script>");
  }

  @Test
  void otherSitesCannotDecide() {
    Response refused =
        visitor(Role.DECIDE)
            .plain()
            .contentType("application/json")
            .body(DRESS.formatted(""))
            .post("/decide/keep");
    assertThat(refused.statusCode()).isEqualTo(403);
  }

  private String page(String role) {
    Response page = visitor(role).plain().accept("text/html").get("/decide");
    assertThat(page.statusCode()).isEqualTo(200);
    return page.asString();
  }

  private Response send(String role, String where, String facts) {
    return visitor(role)
        .page()
        .contentType("application/json")
        .body(facts)
        .post("/decide/" + where);
  }

  private Visitor visitor(String role) {
    return Visitor.with(keys.with(role));
  }
}
