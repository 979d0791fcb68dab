package io.redress.http.decisions;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.head;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.ActiveRules;
import io.redress.platform.database.Database;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("service")
class DecisionsResourceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOSTILE = "=HYPERLINK(\"http://evil.example\"),+-@";

  @Inject Database database;
  @Inject ActiveRules active;

  @Test
  void decisionHasAnswerFactsAndJournalEntry() throws Exception {
    String answer = decide("whole-1");
    String id = JSON.readTree(answer).path("decisionId").textValue();
    String kept = get("/v1/decisions/" + id).asString();
    assertThat(kept).startsWith(answer.substring(0, answer.length() - 1) + ",\"facts\":{");
    JsonNode whole = JSON.readTree(kept);
    assertThat(whole.at("/facts/buyer/name").textValue()).isEqualTo("Greta Kirschbaum");
    assertThat(whole.path("personalData").textValue()).isEqualTo("PRESENT");
    assertThat(whole.path("journal").fieldNames())
        .toIterable()
        .containsExactly("replica", "number", "caller", "requestId", "previous", "hash");
  }

  @Test
  void personalDataAreDestroyedPermanently() throws Exception {
    String id = JSON.readTree(decide("gone-1")).path("decisionId").textValue();
    String path = "/v1/disputes/gone-1/personal-data";
    assertThat(given().delete(path).asString())
        .isEqualTo("{\"disputeId\":\"gone-1\",\"destroyed\":true,\"decisions\":1}");
    assertThat(given().delete(path).asString())
        .isEqualTo("{\"disputeId\":\"gone-1\",\"destroyed\":false,\"decisions\":0}");
    String kept = get("/v1/decisions/" + id).asString();
    assertThat(kept)
        .contains("\"personalData\":\"DESTROYED\"")
        .doesNotContain("Greta", "Velvet", "Oriole", "\"letter\"");
  }

  @Test
  void unknownDecisionsAreNotFound() {
    Response unknown = get("/v1/decisions/" + UUID.randomUUID());
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.contentType()).isEqualTo("application/problem+json");
    assertThat(get("/v1/decisions/1").statusCode()).isEqualTo(400);
    assertThat(given().delete("/v1/disputes/a b/personal-data").statusCode()).isEqualTo(400);
  }

  @Test
  void decisionsAreFoundSortedAndCounted() {
    for (int i = 1; i <= 3; i++) {
      decide("list_" + i);
    }
    decide("listX4");
    assertThat(ids("q=LIST_&sort=disputeId")).containsExactly("list_1", "list_2", "list_3");
    assertThat(ids("q=list_&sort=-decidedAt&size=2")).containsExactly("list_3", "list_2");
    assertThat(ids("q=list_&size=2&page=2")).containsExactly("list_1");
    assertThat(get("/v1/decisions?q=list_&size=1").header("X-Total-Count")).isEqualTo("3");
    assertThat(ids("q=list%25")).isEmpty();
    for (String label : List.of("keep%20track", "Keep%20Tracking", "KEEP_T", encoded("继续跟踪"))) {
      assertThat(ids("disputeId=list_2&q=" + label)).as(label).hasSize(1);
    }
    assertThat(ids("disputeId=list_2&q=" + encoded("全额退款"))).isEmpty();
    assertThat(ids("disputeId=list_2&resolution=KEEP_TRACKING&from=2020-01-01")).hasSize(1);
    assertThat(ids("disputeId=list_2&resolution=FULL_REFUND")).isEmpty();
    assertThat(ids("disputeId=list_2&to=2020-01-01")).isEmpty();
    assertThat(ids("disputeId=list_2&to=2090-01-01T00:00:00%2B08:00")).hasSize(1);
    for (String member : List.of("refundAmount", "-discountPercent", "caller", "resolution")) {
      assertThat(ids("q=list_&sort=" + member)).hasSize(3);
    }
  }

  @Test
  void allProblemsOfParametersAreReportedAtOnce() {
    Response refused =
        get("/v1/decisions?resolution=FULL_REFOUND&from=soon&size=0&sort=color&dispute=1&page=x");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.<List<String>>path("errors.parameter"))
        .containsExactlyInAnyOrder("resolution", "from", "size", "sort", "dispute", "page");
    assertThat(refused.<String>path("detail"))
        .contains("Did you mean FULL_REFUND?", "Did you mean disputeId?", "1 to 200");
    assertThat(get("/v1/decisions.csv?size=3").statusCode()).isEqualTo(400);
    assertThat(get("/v1/decisions?q=a&q=b").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"disputeId", "resolution", "ruleSet", "from", "to", "q", "sort", "page"})
  void parametersAreNotInjected(String parameter) {
    for (String hostile :
        List.of(
            "'", "'; drop table journal_entry; --", "1' or '1'='1", "%", "\\", "\u0000", "$$")) {
      for (String path : List.of("/v1/decisions", "/v1/decisions.ndjson")) {
        Response answer = given().queryParam(parameter, hostile).get(path);
        assertThat(answer.statusCode()).as(hostile).isIn(200, 400);
      }
    }
    assertThat(get("/v1/decisions").statusCode()).isEqualTo(200);
  }

  @Test
  void csvCellsAreNeverFormulas() {
    hostile("csv-1");
    Response csv = get("/v1/decisions.csv?disputeId=csv-1");
    assertThat(csv.header("Content-Disposition"))
        .matches("attachment; filename=\"decisions-.*csv\"");
    String text = new String(csv.asByteArray(), StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFFdecisionId,decidedAt,").endsWith("\r\n");
    assertThat(text.lines()).hasSize(2);
    assertThat(text).contains(",\"'=HYPERLINK(\"\"http://evil.example\"\"),+-@\",", ",5,");
    assertThat(text).doesNotContain("Greta", "Velvet");
  }

  @Test
  void workbookHasDatesNumbersAndText() throws Exception {
    hostile("xlsx-1");
    byte[] bytes = get("/v1/decisions.xlsx?disputeId=xlsx-1").asByteArray();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      var sheet = workbook.getSheetAt(0);
      Row row = sheet.getRow(1);
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(row.getCell(3).getLocalDateTimeCellValue()).isEqualTo("2014-12-10T00:00:00");
      assertThat(row.getCell(8).getNumericCellValue()).isEqualTo(5);
      assertThat(row.getCell(11).getCellType()).isEqualTo(CellType.STRING);
      assertThat(row.getCell(11).getStringCellValue()).isEqualTo(HOSTILE);
      assertThat(sheet.getLastRowNum()).isEqualTo(1);
    }
  }

  @Test
  void ndjsonHasWholeDecisions() throws Exception {
    String id = JSON.readTree(decide("lines-1")).path("decisionId").textValue();
    decide("lines-1");
    List<String> lines = get("/v1/decisions.ndjson?disputeId=lines-1").asString().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).isEqualTo(get("/v1/decisions/" + id).asString());
  }

  @Test
  void headRequestsDoNotBlockExports() {
    for (int i = 0; i < 5; i++) {
      assertThat(head("/v1/decisions.csv").statusCode()).isEqualTo(200);
      assertThat(head("/v1/journal/verification").statusCode()).isEqualTo(200);
    }
    assertThat(get("/v1/decisions.csv").statusCode()).isEqualTo(200);
  }

  @Test
  void runningServiceVerifiesItsJournal() {
    decide("proof-1");
    Response report = get("/v1/journal/verification?redecide=false");
    assertThat(report.<Boolean>path("whole")).isTrue();
    String anchor = report.path("anchors[0]");
    assertThat(
            given()
                .queryParam("anchor", anchor)
                .queryParam("redecide", false)
                .get("/v1/journal/verification")
                .<Boolean>path("whole"))
        .isTrue();
    assertThat(
            given()
                .queryParam("anchor", anchor.replaceFirst(":\\d+:", ":999999:"))
                .queryParam("redecide", false)
                .get("/v1/journal/verification")
                .<List<String>>path("doubts.kind"))
        .containsExactly("ANCHOR_LOST");
    assertThat(get("/v1/journal/verification?since=x").statusCode()).isEqualTo(400);
    assertThat(get("/v1/journal/verification?anchor=x").statusCode()).isEqualTo(400);
  }

  private void hostile(String disputeId) {
    new WrittenJournal(
            database,
            active.current().orElseThrow(),
            UUID.randomUUID().toString(),
            Instant.parse("2026-03-01T08:00:00Z"))
        .dress(disputeId, HOSTILE);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<String> ids(String query) {
    return given()
        .urlEncodingEnabled(false)
        .get("/v1/decisions?" + query)
        .<List<String>>path("disputeId");
  }

  private static String decide(String disputeId) {
    Response answer =
        given()
            .contentType("application/json")
            .body(WrittenJournal.DRESS.formatted(disputeId))
            .post("/v1/decide");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.asString();
  }
}
