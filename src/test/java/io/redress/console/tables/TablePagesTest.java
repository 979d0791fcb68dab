package io.redress.console.tables;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.EditedRules;
import io.redress.console.Visit;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("service")
class TablePagesTest {
  private static final String GOODWILL = "/tables/active/goodwill";
  private Visit visit;

  @BeforeEach
  void visit() {
    visit = Visit.open();
  }

  @Test
  void tablesAreListedByWorkbook() {
    Response page = visit.get("/tables");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.asString())
        .contains(
            "promises.xlsx",
            "/goodwill\">Goodwill</a>",
            "The discount on the next order.",
            "<code>goodwill</code>",
            "First match",
            "Active · ",
            "/files/promises.xlsx");
  }

  @Test
  void cellsAreFoundInAllTables() {
    assertThat(visit.get("/tables?q=spring_festival").asString())
        .contains("/dates#cell-E4\">E4", "SPRING_FESTIVAL");
    assertThat(visit.get("/tables?q=%3Cscript%3E").asString())
        .contains("No cell contains this", "&lt;script&gt;")
        .doesNotContain("<script>\"");
  }

  /** As people search who do not know the text of one cell. */
  @ParameterizedTest
  @CsvSource({
    "peak season discount, 'rows have all of these words', /goodwill#cell-F4\">F4",
    "discount 5% strike, 'all of these words', /goodwill#cell-F6\">F6",
    "5 %, 'cells contain this', /goodwill#cell-F4\">F4"
  })
  void rowsAreFoundByTheirWords(String words, String said, String found) {
    String address = "/tables?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);

    assertThat(visit.get(address).asString()).contains(said, found);
  }

  @Test
  void searchThatFindsNothingSaysHowToSearch() {
    assertThat(visit.get("/tables?q=peak+unicorn").asString())
        .contains("no row has all of these words", "Search for fewer words");
  }

  @Test
  void pageSaysHowTheTableIsRead() {
    assertThat(visit.get(GOODWILL).asString())
        .contains("the first row that fits decides", "- means any value");
    assertThat(inChinese("/tables/active/follow-up")).contains("所有符合的行都有效");
  }

  @Test
  void titlesAndLabelsAreInTheLanguageOfTheReader() {
    assertThat(inChinese("/tables"))
        .contains("/goodwill\" title=\"Goodwill\">下次订单优惠</a>", "<code>goodwill</code>");
    assertThat(inChinese(GOODWILL))
        .contains(
            "<h1 title=\"Goodwill\">下次订单优惠</h1>",
            "promises.xlsx, Goodwill",
            "\"label\":\"延误天数\",\"sheetLabel\":\"Days late\"",
            "\"label\":\"下次订单优惠\",\"sheetLabel\":\"Discount on the next order\"",
            "\"label\":\"来源与备注\"");
    assertThat(visit.get(GOODWILL).asString())
        .contains(
            "<h1 title=\"Goodwill\">Goodwill</h1>",
            "\"label\":\"Days late\",\"sheetLabel\":\"Days late\"");
  }

  /** Whatever the language of the page: titles, labels and words are found in all of them. */
  @ParameterizedTest
  @CsvSource({
    "下次订单优惠, /goodwill\">B1",
    "goodwill, /goodwill\">B1",
    "延误天数, /moving\">D2",
    "days late, /moving\">D2",
    "旺季, /goodwill#cell-C4\">C4",
    "peak season, /goodwill#cell-C4\">C4",
    "PEAK_SEASON, /goodwill#cell-C4\">C4"
  })
  void searchFindsWordsOfAllLanguages(String words, String found) {
    String address = "/tables?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);

    assertThat(visit.get(address).asString()).contains(found);
    assertThat(inChinese(address)).contains(found);
  }

  @Test
  void aLabelInTheLanguageOfTheReaderStays() throws Exception {
    byte[] workbook =
        EditedRules.edited(
            Path.of("rules/promises.xlsx"),
            edited -> edited.getSheet("Goodwill").getRow(1).getCell(3).setCellValue("晚了几天"));
    String version =
        visit
            .drop(
                "/tables/workbooks",
                "promises.xlsx",
                workbook,
                Map.of("comment", "a label", "base", "active"))
            .path("version");

    assertThat(inChinese("/tables/" + version + "/goodwill"))
        .contains("\"label\":\"晚了几天\",\"sheetLabel\":\"晚了几天\"");
  }

  private static String inChinese(String path) {
    return given()
        .accept("text/html")
        .header("Accept-Language", "zh-CN")
        .urlEncodingEnabled(false)
        .get(path)
        .asString();
  }

  @Test
  void cellTextIsEscaped() throws Exception {
    String evil = "</script><script>alert('cell')</script>";
    byte[] workbook =
        EditedRules.edited(
            Path.of("rules/promises.xlsx"),
            edited -> edited.getSheet("Goodwill").getRow(3).getCell(6).setCellValue(evil));
    Response made =
        visit.drop(
            "/tables/workbooks",
            "promises.xlsx",
            workbook,
            Map.of("comment", evil, "base", "active"));
    assertThat(made.statusCode()).isEqualTo(201);
    String version = made.path("version");

    assertThat(visit.get("/tables/" + version + "/goodwill").asString())
        .contains("\\u003c/script>\\u003cscript>alert('cell')")
        .doesNotContain("<script>alert");
    assertThat(visit.get("/tables?q=alert&version=" + version).asString())
        .contains("&lt;script&gt;alert")
        .doesNotContain("<script>alert");
  }

  @Test
  void problemsNameTheirCellsAndFindingsHaveFacts() {
    JsonPath wrong =
        visit.send(GOODWILL + "/check", rows(edited("LOST", "150"))).then().extract().jsonPath();
    assertThat(wrong.getList("problems.cell")).containsExactlyInAnyOrder("A5", "F5");
    assertThat(wrong.getList("findings")).isEmpty();

    JsonPath twice =
        visit
            .send(GOODWILL + "/check", "{\"rows\":[4,4],\"whole\":true}")
            .then()
            .extract()
            .jsonPath();
    assertThat(twice.getList("problems")).isEmpty();
    assertThat(twice.getList("findings.rows")).contains(List.of(4, 5));
    assertThat(twice.getString("active")).matches("[0-9a-f]{12}");
  }

  @Test
  void savedTableBecomesACandidateOfTheEditedRuleSet() {
    String active = given().get("/v1/rulesets/active").path("version");

    Response made =
        visit.send(
            GOODWILL,
            rows(edited("KEEP_TRACKING", "7")).replace("}]}", "}],\"comment\":\"Seven\"}"));

    assertThat(made.statusCode()).isEqualTo(201);
    String version = made.path("version");
    assertThat(made.<String>path("address")).isEqualTo("/rulesets/" + version);
    JsonPath candidate = given().get("/v1/rulesets/" + version).jsonPath();
    assertThat(candidate.getString("parent")).isEqualTo(active);
    assertThat(candidate.getString("comment")).isEqualTo("Seven");
    assertThat(
            given()
                .get("/v1/rulesets/" + version + "/tables/goodwill")
                .jsonPath()
                .getList("rows.cells.text.flatten()", String.class))
        .containsSequence("KEEP_TRACKING", "-", "-", "-", "-", "7%", "=no formula");
  }

  @Test
  void unreadableTableIsNotSaved() {
    Response refused =
        visit.send(GOODWILL, rows(edited("LOST", "150")).replace("}]}", "}],\"comment\":\"no\"}"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.jsonPath().getList("problems.cell")).containsExactlyInAnyOrder("A5", "F5");
    assertThat(refused.jsonPath().getList("problems.sheet")).containsOnly("Goodwill");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\\u0000", "\\u007f", "\\u200b \\u202e"})
  void aChangeWithoutACommentIsNotSaved(String comment) {
    Response refused = visit.send(GOODWILL, "{\"rows\":[4,5],\"comment\":\"" + comment + "\"}");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.<String>path("detail")).contains("comment is missing");
  }

  @Test
  void identicalContentIsReportedAsDuplicate() {
    String first = rows(edited("KEEP_TRACKING", "9")).replace("}]}", "}],\"comment\":\"Nine\"}");
    Response made = visit.send(GOODWILL, first);
    assertThat(made.statusCode()).isEqualTo(201);

    Response again = visit.send(GOODWILL, first.replace("Nine", "Mine"));

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.<String>path("version")).isEqualTo(made.path("version"));
    assertThat(visit.get(again.path("address")).asString())
        .contains("identical to what local sent on", "Nine")
        .doesNotContain("Mine");
  }

  @Test
  void escapeSequencesAreKeptAsTyped() {
    String typed = "_x0041_ a_x0020_b _x005F_x000D_ _x0041_x0042_";
    Response made =
        visit.send(
            GOODWILL,
            rows(edited("KEEP_TRACKING", "7"))
                .replace("=no formula", typed)
                .replace("}]}", "}],\"comment\":\"Escapes\"}"));

    assertThat(visit.get("/tables/" + made.path("version") + "/goodwill").asString())
        .contains('"' + typed + '"');
  }

  @Test
  void repeatedRowsCountAgainstTheSizeLimit() {
    Response made =
        visit.send(
            GOODWILL,
            rows(edited("KEEP_TRACKING", "7"))
                .replace("=no formula", "x".repeat(30_000))
                .replace("}]}", "}],\"comment\":\"Long\"}"));
    String rows = "5,".repeat(700) + "5";

    Response refused =
        visit.send(
            "/tables/" + made.path("version") + "/goodwill/check", "{\"rows\":[" + rows + "]}");

    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.<String>path("detail")).contains("20000000 characters");
  }

  @Test
  void tableIsRefusedWhereItHasTooManyRows() {
    String rows = "4,".repeat(6_500_000) + "{}";

    Response refused = visit.send(GOODWILL + "/check", "{\"rows\":[" + rows + "]}");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.<String>path("detail")).contains("more than 50000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"rows\":4}",
        "{\"rows\":[{}]}",
        "{\"rows\":[4.5]}",
        "{\"rows\":[4],\"rows\":[4]}",
        "{\"rows\":[4]}}",
        "{\"rows\":[4",
        "{\"rows\":[{\"from\":4,\"cells\":[\"-\"]}]}"
      })
  void malformedTableIsRefused(String body) {
    assertThat(visit.send(GOODWILL + "/check", body).statusCode()).isEqualTo(400);
  }

  @Test
  void concurrentTableChecksAreLimited() {
    String table = TangledTable.goodwill();
    List<Response> answers =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> visit.send(GOODWILL + "/check", table),
                        task -> new Thread(task).start()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).extracting(Response::statusCode).containsOnly(200, 429);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 429)
        .allMatch(answer -> answer.header("Retry-After").equals("1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "{}",
        "{\"rows\":1}",
        "{\"rows\":[4]} and more",
        "{\"rows\":[4],\"rows\":[5]}",
        "{\"rows\":[3]}",
        "{\"rows\":[-1]}",
        "{\"rows\":[999999]}",
        "{\"rows\":[1e99]}",
        "{\"rows\":[null]}",
        "{\"rows\":[\"4\"]}",
        "{\"rows\":[{}]}",
        "{\"rows\":[{\"from\":4}]}",
        "{\"rows\":[{\"from\":4,\"cells\":[]}]}",
        "{\"rows\":[{\"from\":4,\"cells\":[1,2,3,4,5,6,7]}]}",
        "{\"rows\":[{\"from\":4,\"cells\":{}}]}"
      })
  void malformedBodyIsABadRequest(String body) {
    for (String path : List.of(GOODWILL, GOODWILL + "/check")) {
      Response answer = visit.send(path, body);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.<String>path("detail")).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tables?version=ffffffffffff",
        "/tables?version=%27",
        "/tables/active/nothing",
        "/tables/ffffffffffff/goodwill",
        "/tables/active/%3Cscript%3E"
      })
  void unknownAddressIsNotFound(String path) {
    assertThat(visit.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void unreadableWorkbooksAreRefusedByCell() throws Exception {
    byte[] workbook =
        EditedRules.edited(
            Path.of("rules/promises.xlsx"),
            edited -> edited.getSheet("Goodwill").getRow(3).getCell(5).setCellValue(1.5));

    Response refused =
        visit.drop("/tables/workbooks", "promises.xlsx", workbook, Map.of("comment", "x"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.jsonPath().getList("problems.cell")).containsExactly("F4");
    assertThat(
            visit
                .drop("/tables/workbooks", "flow.drl", workbook, Map.of("comment", "x"))
                .statusCode())
        .isEqualTo(403);
  }

  /** Row 4 unchanged, and another row. */
  private static String rows(String row) {
    return "{\"rows\":[4," + row + "]}";
  }

  private static String edited(String resolution, String discount) {
    List<String> cells = List.of(resolution, "-", "-", "-", "-", discount, "=no formula");
    return IntStream.range(0, cells.size())
        .mapToObj(i -> '"' + cells.get(i) + '"')
        .collect(Collectors.joining(",", "{\"from\":0,\"cells\":[", "]}"));
  }
}
