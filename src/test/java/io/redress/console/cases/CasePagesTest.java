package io.redress.console.cases;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.console.Visit;
import io.redress.console.rulesets.Candidates;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("service")
class CasePagesTest {
  private Visit visit;

  @BeforeEach
  void openVisit() {
    visit = Visit.open();
  }

  @Test
  void failedCasesComeFirstWithExpectedAndActual() {
    String failing = Candidates.failing(given(), "cases-never");

    String page = visit.get("/cases?version=" + failing).asString();

    assertThat(page)
        .contains("1 fails", "cases-never", "REJECT", "FULL_REFUND", "42")
        .containsSubsequence("id=\"failed\"", "cases-never", "id=\"passed\"")
        .doesNotContain("<script>alert");
  }

  @Test
  void casesAreSearchedByWords() {
    assertThat(visit.get("/cases?q=DRESS%20article").asString())
        .contains("dress-1")
        .doesNotContain("atomizers-1");
    assertThat(visit.get("/cases?q=%3Cscript%3E").asString())
        .contains("No test case contains all of these words")
        .doesNotContain("<script>\"");
    assertThat(visit.get("/cases?page=9999").statusCode()).isEqualTo(200);
    assertThat(visit.get("/cases?page=0").statusCode()).isEqualTo(400);
    assertThat(visit.get("/cases?version=0123456789ab").statusCode()).isEqualTo(404);
  }

  @Test
  void allCasesRunInTheBackground() {
    String version = Candidates.active();

    Response begun = visit.post("/cases/runs", Map.of("version", version));

    assertThat(begun.statusCode()).isEqualTo(200);
    await()
        .untilAsserted(
            () ->
                assertThat(visit.get("/cases/results?version=" + version).asString())
                    .contains("None fails", "Run on")
                    .doesNotContain("Checked on upload"));
  }

  @Test
  void oneCaseCanBeRun() {
    String failing = Candidates.failing(given(), "cases-one");

    Response failed = visit.post("/cases/runs/one", Map.of("version", failing, "id", "cases-one"));
    Response passed = visit.post("/cases/runs/one", Map.of("version", failing, "id", "dress-1"));

    assertThat(failed.asString()).contains("Failed", "FULL_REFUND");
    assertThat(passed.asString()).contains("Passed", "dress-1", "/decide#facts=");
    assertThat(visit.post("/cases/runs/one", Map.of("id", "unknown")).statusCode()).isEqualTo(404);
  }

  @Test
  void textOfAFailingCaseIsChangedAndSavedAlone() {
    String failing = Candidates.failing(given(), "case-text");
    String page = "/rulesets/" + failing + "/cases/case-text";
    assertThat(visit.get("/rulesets/" + failing).asString()).contains(page);
    assertThat(visit.get(page).asString())
        .contains("- id: case-text", "nextOrderDiscountPercent: 42");
    String text =
        "- id: case-text\n  title: So it is\n  facts: {disputeType: NOT_RECEIVED, reason: LOST}\n"
            + "  expect: {resolution: %s}";
    Map<String, Object> form =
        new HashMap<>(Map.of("text", text.formatted("REJECT"), "comment", "c"));
    assertThat(visit.post(page + "/preview", form).asString()).contains("the test case fails");
    form.put("text", text.formatted("REJCT"));
    assertThat(visit.post(page + "/preview", form).asString()).contains("case-text.yaml:4");
    assertThat(visit.post(page, form).statusCode()).isEqualTo(422);
    form.put("text", "");
    assertThat(visit.post(page, form).asString()).contains("The text is empty");
    form.put("text", text.formatted("FULL_REFUND"));
    assertThat(visit.post(page + "/preview", form).asString()).contains("the test case passes");

    Response saved = visit.post(page, form);

    assertThat(saved.header("HX-Redirect")).as(saved.asString()).startsWith("/rulesets/");
    assertThat(visit.get(saved.header("HX-Redirect")).asString()).contains("none fails");
    assertThat(visit.get("/rulesets/active/cases/unknown").statusCode()).isEqualTo(404);
  }

  @Test
  void caseIsWrittenFromNothing() {
    String id = "written-" + UUID.randomUUID();
    Map<String, Object> form = new HashMap<>();
    form.put("version", "active");
    form.put("id", id);
    form.put("title", "Lost parcels are refunded");
    form.put("facts", "disputeType: NOT_RECEIVED\nreason: LOST\nbuyer: {name: Greta}");
    form.put("file", "");
    form.put("newFile", id);
    form.put("comment", "A case from nothing");
    assertThat(visit.get("/cases/write").asString()).contains("value=\"new-case\"");
    assertThat(visit.post("/cases/write", form).asString()).contains("Nothing is expected.");
    form.put("resolution", "REJECT");
    form.put("discount", "many");
    assertThat(visit.post("/cases/write/preview", form).asString())
        .contains("This is not a number");
    form.put("discount", "");
    assertThat(visit.post("/cases/write/preview", form).asString())
        .contains("the test case fails", "resolution: REJECT")
        .doesNotContain("Greta");
    form.put("resolution", "FULL_REFUND");
    form.put("more", "caseStatus: RESOLVED\nactions: {lacks: [REJECT]}");
    assertThat(visit.post("/cases/write/preview", form).asString())
        .contains("the test case passes");
    form.put("facts", "{\"disputeType\": \"NOT_RECEIVED\",\n  \"reasn\": \"LOST\"}");
    assertThat(visit.post("/cases/write/preview", form).asString()).contains("reasn");
    form.put("facts", "just words");
    assertThat(visit.post("/cases/write", form).asString()).contains("The facts cannot be read.");
    form.put("facts", "{\"disputeType\": \"NOT_RECEIVED\",\n  \"reason\": \"LOST\"}");

    Response saved = visit.post("/cases/write", form);

    assertThat(saved.header("HX-Redirect")).as(saved.asString()).startsWith("/rulesets/");
    String candidate = saved.header("HX-Redirect").replace("/rulesets/", "");
    assertThat(visit.get("/cases?q=" + id + "&version=" + candidate).asString())
        .contains("Lost parcels are refunded");
  }

  /** People who know only spreadsheets need no YAML. */
  @Test
  void caseIsWrittenWithTheFieldsOfAForm() {
    assertThat(visit.get("/cases/write").asString())
        .contains(
            "<select id=\"fact-reason\"",
            "<label for=\"fact-order-quantity\">Pieces ordered</label>",
            "<label for=\"fact-asOf\">",
            "11 May 2026, a Monday, if empty.",
            "id=\"fact-granted-row\"",
            "<label for=\"goods\">Goods</label>",
            "<option value=\"WAITING_FOR_BUYER\">")
        .doesNotContain("fact-disputeId", "name=\"fact-");
    assertThat(
            visit
                .ask(
                    "/cases/write/facts",
                    Map.of("text", "reason: LOST\norder: {quantity: 2}\nasOf: 2026-03-05"))
                .jsonPath()
                .<Map<String, Object>>get(""))
        .containsEntry("reason", "LOST")
        .containsEntry("order", Map.of("quantity", 2))
        .containsEntry("asOf", "2026-03-05");
    assertThat(visit.ask("/cases/write/facts", Map.of("text", "just words")).statusCode())
        .isEqualTo(400);
    Map<String, Object> wished = new HashMap<>();
    wished.put("id", "fields-1");
    wished.put("title", "Two pieces are sent again");
    wished.put("facts", "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}");
    wished.put("newFile", "fields-1");
    wished.put("resolution", "REPLACEMENT");
    wished.put("pieces", "2");
    wished.put("goods", "NONE");
    wished.put("caseStatus", "OPEN");
    assertThat(visit.post("/cases/write/preview", wished).asString())
        .contains(
            "resolution: REPLACEMENT", "replacementQuantity: 2", "goods: NONE", "caseStatus: OPEN");
    wished.put("facts", "");
    assertThat(visit.post("/cases/write/preview", wished).asString())
        .contains("No facts are stated.");
    wished.put("pieces", "some");
    assertThat(visit.post("/cases/write", wished).asString()).contains("href=\"#pieces\"");
  }

  @Test
  void decisionBecomesACaseWithoutPersonalData() {
    String decision = decided("case-1");
    String form = visit.get("/cases/new?decision=" + decision).asString();
    assertThat(form).contains("value=\"lost-full-refund\"", "test-cases/law.yaml");

    Map<String, Object> fields = fields(decision, "made-" + UUID.randomUUID());
    assertThat(visit.post("/cases/new/preview", fields).asString())
        .contains("the test case would pass", "disputeType: NOT_RECEIVED")
        .doesNotContain("Greta", "LX123456789CN", "case-1");
    Response saved = visit.post("/cases/new", fields);

    assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(200);
    String candidate = saved.header("HX-Redirect").replace("/rulesets/", "");
    assertThat(visit.get("/rulesets/" + candidate).asString())
        .contains("none fails", "Because &lt;b&gt;");
    assertThat(visit.get("/cases?q=" + fields.get("id") + "&version=" + candidate).asString())
        .contains("Lost &lt;b&gt;")
        .doesNotContain("Lost <b>");
  }

  @ParameterizedTest
  @CsvSource({
    "id, dress-1, Another test case has this ID",
    "id, not an id, The ID must have",
    "id, '', The ID must have",
    "title, '', The title is empty",
    "newFile, ../../etc/x, The file name must have",
    "newFile, nul, The file name must have",
    "newFile, law, A file with this name exists",
    "file, test-cases/nothing.yaml, This file does not exist",
    "file, promises.xlsx, This file does not exist",
    "part, NONSENSE, Nothing is expected"
  })
  void invalidFormIsRefusedAndNothingIsSaved(String field, String typed, String said) {
    int before = ruleSets();
    Map<String, Object> fields = fields(decided("case-2"), "refused");
    fields.put(field, field.equals("part") ? List.of(typed) : typed);

    Response refused = visit.post("/cases/new", fields);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString()).contains(said);
    assertThat(ruleSets()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "%3Cscript%3E", "01890000-0000-7000-8000-000000000000"})
  void unknownDecisionIsNotFound(String id) {
    assertThat(visit.get("/cases/new?decision=" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void withoutADecisionThePageExplainsHowToStart() {
    assertThat(visit.get("/cases/new").asString())
        .contains("Test cases are created from decisions");
    assertThat(visit.post("/cases/new", Map.of()).statusCode()).isEqualTo(404);
  }

  private static Map<String, Object> fields(String decision, String id) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("decision", decision);
    fields.put("id", id);
    fields.put("title", "Lost <b>");
    fields.put("source", "decision " + decision);
    fields.put("comment", "Because <b>");
    fields.put("file", "");
    fields.put("newFile", id);
    fields.put("part", List.of("RESOLUTION", "ACTIONS", "REFUND", "DATES"));
    return fields;
  }

  private static String decided(String dispute) {
    return given()
        .contentType("application/json")
        .body(
            """
            {"disputeId": "%s", "asOf": "2026-05-11", "disputeType": "NOT_RECEIVED", "reason": "LOST",
             "order": {"item": "a velvet dress", "quantity": 2, "unitPrice": "80.00", "currency": "USD"},
             "shipment": {"trackingNumber": "LX123456789CN"}, "buyer": {"name": "Greta"}}
            """
                .formatted(dispute))
        .post("/v1/decide")
        .jsonPath()
        .getString("decisionId");
  }

  private static int ruleSets() {
    return Integer.parseInt(given().get("/v1/rulesets").header("X-Total-Count"));
  }
}
