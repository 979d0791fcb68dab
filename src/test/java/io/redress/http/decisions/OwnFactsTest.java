package io.redress.http.decisions;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.rules.ruleset.OwnFactsRules;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Facts and outcomes of the seller's own, from the upload of facts.xlsx to the exports. */
@QuarkusTest
@Tag("service")
class OwnFactsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CASES =
      """
      - id: own-gold
        title: A customer of the first tier
        facts: {disputeType: NOT_RECEIVED, reason: IN_TRANSIT, custom: {tier: GOLD, orders: 12}}
        expect: {custom.queue: VIP}
      - id: own-others
        title: Any other customer
        facts: {disputeType: NOT_RECEIVED, reason: IN_TRANSIT}
        expect: {custom.queue: MAIN}
      """;

  private static String before = "";
  private static String own = "";

  @BeforeEach
  void activateRulesWithOwnFacts() throws Exception {
    before = get("/v1/rulesets/active").jsonPath().getString("version");
    own = own.isEmpty() ? proposed() : own;
    activate(own);
  }

  @AfterEach
  void restoreActiveRules() {
    activate(before);
  }

  private static String proposed() throws Exception {
    RequestSpecification upload = given().multiPart("comment", "own facts");
    upload.multiPart("file", "facts.xlsx", OwnFactsRules.FILES.all().get("facts.xlsx"));
    upload.multiPart("file", "promises.xlsx", OwnFactsRules.promises());
    upload.multiPart(
        "file", "test-cases/own.yaml", CASES.getBytes(StandardCharsets.UTF_8), "text/yaml");
    Response candidate = upload.post("/v1/rulesets");
    assertThat(candidate.statusCode()).as(candidate.asString()).isEqualTo(201);
    assertThat(candidate.<List<?>>path("problems")).isEmpty();
    return candidate.path("version");
  }

  private static void activate(String version) {
    Response activated = given().post("/v1/rulesets/" + version + "/activate");
    assertThat(activated.statusCode()).as(activated.asString()).isEqualTo(200);
  }

  @Test
  void answersHaveOwnOutcomesAndTheirRule() throws Exception {
    JsonNode answer =
        JSON.readTree(decide("own-1", "\"tier\": \"GOLD\", \"orders\": 12").asString());

    assertThat(answer.at("/custom/queue").textValue()).isEqualTo("VIP");
    assertThat(answer.path("trace").findValuesAsText("custom.queue")).containsExactly("VIP");
  }

  @Test
  void wrongFactsAreAllRefusedAtOnce() {
    Response refused = decide("own-2", "\"tire\": \"GOLD\", \"orders\": \"1\", \"rate\": 101");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.<List<String>>path("errors.pointer"))
        .containsExactly("/custom/tire", "/custom/orders", "/custom/rate");
  }

  @Test
  void decisionsAreFoundByOwnFactsAndOutcomes() {
    decide("own-3", "\"tier\": \"GOLD\", \"orders\": 12, \"fee\": \"7.20\"");
    decide("own-4", "\"tier\": \"SILVER\", \"fee\": \"7.20\"");

    Response gold = get("/v1/decisions?custom.tier=GOLD&custom.fee=7.2&custom.queue=VIP");
    assertThat(gold.<List<String>>path("disputeId")).containsExactly("own-3");
    assertThat(gold.<String>path("[0].custom.tier")).isEqualTo("GOLD");
    assertThat(gold.header("X-Total-Count")).isEqualTo("1");
    assertThat(get("/v1/decisions?custom.fee=7.2").<List<String>>path("disputeId")).hasSize(2);
    assertThat(get("/v1/decisions?custom.fee=7.2&custom.tier=').drop").<List<?>>path("")).isEmpty();

    Response unknown = get("/v1/decisions?custom.tire=GOLD&custom.store=x");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.<List<String>>path("errors.parameter"))
        .containsExactlyInAnyOrder("custom.tire", "custom.store");
    assertThat(unknown.<String>path("detail")).contains("Did you mean custom.tier?");
  }

  @Test
  void exportsHaveColumnsOfOwnFactsAndOutcomes() throws Exception {
    decide(
        "own-5",
        "\"tier\": \"GOLD\", \"fee\": \"-5.50\", \"since\": \"2024-05-02\","
            + " \"store\": \"Greta's note\", \"vip\": true");

    String csv = get("/v1/decisions.csv?custom.fee=-5.5").asString();
    assertThat(csv).doesNotContain("Greta").doesNotContain("custom.store");
    List<String> names = List.of(csv.lines().findFirst().orElseThrow().split(","));
    List<String> cells = List.of(csv.lines().skip(1).findFirst().orElseThrow().split(",", -1));
    assertThat(cells.get(names.indexOf("custom.fee"))).isEqualTo("-5.5");
    assertThat(cells.get(names.indexOf("custom.queue"))).isEqualTo("MAIN");
    assertThat(cells.get(names.indexOf("custom.orders"))).isEmpty();

    byte[] workbook = get("/v1/decisions.xlsx?custom.fee=-5.5").asByteArray();
    try (var opened = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      Row row = opened.getSheetAt(0).getRow(1);
      assertThat(row.getCell(names.indexOf("custom.fee")).getNumericCellValue()).isEqualTo(-5.5);
      assertThat(row.getCell(names.indexOf("custom.vip")).getBooleanCellValue()).isTrue();
      assertThat(
              row.getCell(names.indexOf("custom.since")).getLocalDateTimeCellValue().toLocalDate())
          .isEqualTo(LocalDate.of(2024, 5, 2));
    }

    JsonNode line = JSON.readTree(get("/v1/decisions.ndjson?custom.fee=-5.5").asString());
    assertThat(line.at("/facts/custom/store").textValue()).isEqualTo("Greta's note");
    assertThat(line.at("/custom/queue").textValue()).isEqualTo("MAIN");
  }

  @Test
  void freeTextsAreDestroyedWithPersonalData() {
    String id =
        decide("own-6", "\"store\": \"Greta's note\", \"tier\": \"GOLD\"").path("decisionId");
    given().delete("/v1/disputes/own-6/personal-data");

    assertThat(get("/v1/decisions/" + id).asString())
        .contains("\"tier\":\"GOLD\"")
        .doesNotContain("Greta");
  }

  @Test
  void pagesShowLabelsInTheReadersLanguage() {
    String id =
        decide("own-7", "\"tier\": \"GOLD\", \"rate\": 7.5, \"vip\": true").path("decisionId");

    assertThat(page("/decisions/" + id, "en"))
        .contains("Loyalty tier", "GOLD", "7.5%", "Queue", "MAIN");
    assertThat(page("/decisions/" + id, "zh")).contains("会员等级", "客服队列");
    assertThat(page("/decide", "zh")).contains("data-fact=\"custom.tier\"", "会员等级");
    assertThat(page("/decisions?custom.tier=GOLD", "en"))
        .contains("name=\"custom.tier\" value=\"GOLD\"", "own-7")
        .contains("/decisions/export.csv?custom.tier=GOLD");
  }

  @Test
  void openApiDescribesOwnFacts() throws Exception {
    JsonNode api = JSON.readTree(given().accept("application/json").get("/q/openapi").asString());
    for (String schema : List.of("Dispute", "Answer")) {
      JsonNode custom = api.at("/components/schemas/" + schema + "/properties/custom");
      List<String> types = new ArrayList<>();
      custom.at("/additionalProperties/type").forEach(type -> types.add(type.asText()));
      assertThat(types).containsExactlyInAnyOrder("string", "number", "boolean");
    }
  }

  private static String page(String path, String language) {
    return given()
        .header("Accept-Language", language)
        .accept("text/html")
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static Response decide(String disputeId, String custom) {
    return given()
        .contentType("application/json")
        .body(
            "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"IN_TRANSIT\", \"disputeId\": \""
                + disputeId
                + "\", \"custom\": {"
                + custom
                + "}}")
        .post("/v1/decide");
  }
}
