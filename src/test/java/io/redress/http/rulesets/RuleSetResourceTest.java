package io.redress.http.rulesets;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.EditedRules;
import io.redress.rules.source.WorkbookFixture;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("service")
class RuleSetResourceTest {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private String before;

  @BeforeEach
  void rememberActiveRuleSet() {
    before = active();
  }

  @AfterEach
  void restoreActiveRuleSet() {
    post("/v1/rulesets/" + before + "/activate");
  }

  @Test
  void shippedRulesAreActiveWithTheirReport() {
    JsonPath one = get("/v1/rulesets/active").then().statusCode(200).extract().jsonPath();

    assertThat(one.getString("version")).isEqualTo(one.getString("hash").substring(0, 12));
    assertThat(one.getString("status")).isEqualTo("ACTIVE");
    assertThat(one.getString("createdBy")).isEqualTo("folder");
    assertThat(one.getList("problems")).isEmpty();
    assertThat(one.getList("findings")).isNotNull();
    assertThat(one.getInt("tests.passed")).isGreaterThan(300);
    assertThat(one.getInt("tests.failed")).isZero();
    assertThat(one.getList("tests.failures")).isEmpty();
  }

  @Test
  void changedWorkbookBecomesACandidateThatDecidesNothing() throws Exception {
    JsonPath candidate = proposed(EditedRules.remarked("A candidate"));

    assertThat(candidate.getString("status")).isEqualTo("CANDIDATE");
    assertThat(candidate.getString("parent")).isEqualTo(before);
    assertThat(candidate.getString("comment")).isEqualTo("why not");
    assertThat(active()).isEqualTo(before);
    assertThat(get("/v1/rulesets").jsonPath().getList("version"))
        .contains(before, candidate.getString("version"));
  }

  @Test
  void sameBytesHaveTheSameVersion() throws Exception {
    byte[] workbook = EditedRules.remarked("Twice");

    assertThat(proposed(workbook).getString("version"))
        .isEqualTo(proposed(workbook).getString("version"));
  }

  @Test
  void activatedCandidateDecidesUntilARollback() throws Exception {
    String candidate = proposed(EditedRules.remarked("Activate me")).getString("version");

    assertThat(post("/v1/rulesets/" + candidate + "/activate").jsonPath().getString("status"))
        .isEqualTo("ACTIVE");
    assertThat(decidedBy()).isEqualTo(candidate);
    assertThat(get("/v1/rulesets/" + before).jsonPath().getString("status")).isEqualTo("RETIRED");
    assertThat(post("/v1/rulesets/" + before + "/rollback").statusCode()).isEqualTo(200);
    assertThat(decidedBy()).isEqualTo(before);
  }

  @Test
  void rollbackNeedsAFormerlyActiveRuleSet() throws Exception {
    String candidate = proposed(EditedRules.remarked("Never active")).getString("version");

    Response answer = post("/v1/rulesets/" + candidate + "/rollback");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.jsonPath().getString("detail")).startsWith("It was never active.");
  }

  @Test
  void ifMatchMustNameTheActiveRuleSet() throws Exception {
    String candidate = proposed(EditedRules.remarked("Stale")).getString("version");

    Response stale = activate(candidate, "\"0123456789ab\"");
    Response fresh = activate(candidate, get("/v1/rulesets/active").header("ETag"));

    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.jsonPath().getString("reasons[0]"))
        .startsWith("The active rule set is " + before + ", no longer 0123456789ab.");
    assertThat(fresh.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "\"%s\"", "W/\"%s\"", "\"0123456789ab\", \"%s\"", "*"})
  void anyVersionOfIfMatchIsAccepted(String ifMatch) {
    assertThat(activate(before, ifMatch.formatted(before)).statusCode()).isEqualTo(200);
  }

  @Test
  void emptyIfMatchIsRefused() {
    assertThat(activate(before, "").statusCode()).isEqualTo(400);
  }

  @Test
  void oneOfTwoConcurrentActivationsWins() throws Exception {
    List<String> candidates =
        List.of(
            proposed(EditedRules.remarked("First")).getString("version"),
            proposed(EditedRules.remarked("Second")).getString("version"));
    ExecutorService clients = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Integer>> calls =
          candidates.stream()
              .map(one -> (Callable<Integer>) () -> activate(one, before).statusCode())
              .toList();
      List<Integer> statuses =
          clients.invokeAll(calls).stream().map(RuleSetResourceTest::value).sorted().toList();
      assertThat(statuses).containsExactly(200, 409);
    } finally {
      clients.shutdown();
    }
  }

  @Test
  void twoConcurrentUploadsAreBothStored() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(2);
    try {
      List<Callable<String>> calls =
          List.of(
              () -> proposed(EditedRules.remarked("One")).getString("version"),
              () -> proposed(EditedRules.remarked("Other")).getString("version"));
      List<String> versions =
          clients.invokeAll(calls).stream().map(RuleSetResourceTest::value).toList();
      assertThat(versions).doesNotHaveDuplicates();
      assertThat(get("/v1/rulesets").jsonPath().getList("version", String.class))
          .containsAll(versions);
    } finally {
      clients.shutdown();
    }
  }

  @Test
  void manyConcurrentUploadsLeaveCapacityForDecisions() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(40);
    try {
      List<Callable<Integer>> calls =
          IntStream.range(0, 40)
              .mapToObj(
                  i ->
                      (Callable<Integer>)
                          () ->
                              propose("promises.xlsx", EditedRules.remarked("flood " + i), "active")
                                  .statusCode())
              .toList();
      var uploads = calls.stream().map(clients::submit).toList();
      assertThat(decidedBy()).isEqualTo(before);
      List<Integer> statuses = uploads.stream().map(RuleSetResourceTest::value).toList();
      assertThat(statuses).contains(201).isSubsetOf(201, 429);
    } finally {
      clients.shutdown();
    }
  }

  @Test
  void problemsOfAnUnreadableWorkbookNameTheirCells() {
    byte[] workbook =
        WorkbookFixture.table("extra", "FIRST", "reason", "-> nextOrderDiscountPercent")
            .row("L0ST", 150)
            .bytes();

    Response answer = propose("extra.xlsx", workbook, "active");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.jsonPath().getList("problems.cell")).containsExactly("A4", "B4");
    assertThat(answer.jsonPath().getString("problems[1].code")).isNotBlank();
    assertThat(answer.jsonPath().getString("problems[1].suggestion")).isEqualTo("Use 0 to 100.");
  }

  @Test
  void candidateWithFailingCasesIsBlocked() {
    byte[] failing =
        """
        - id: never-so
          title: The rules never decide so
          facts: {disputeType: NOT_RECEIVED, reason: LOST}
          expect: {resolution: REJECT}
        """
            .getBytes(StandardCharsets.UTF_8);

    Response candidate = propose("test-cases/never.yaml", failing, "active");
    Response refused =
        post("/v1/rulesets/" + candidate.jsonPath().getString("version") + "/activate");

    assertThat(candidate.statusCode()).isEqualTo(201);
    assertThat(candidate.jsonPath().getInt("tests.failed")).isEqualTo(1);
    assertThat(candidate.jsonPath().getString("tests.failures[0].id")).isEqualTo("never-so");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("reasons[0]"))
        .startsWith("1 test case failed: never-so")
        .endsWith("[CASE_FAILED]");
  }

  @Test
  void candidateWithContradictingTableIsBlocked() {
    byte[] overlapping =
        WorkbookFixture.table("extra", "UNIQUE", "reason", "-> why")
            .row("LOST", "A")
            .row("LOST, DAMAGED", "B")
            .bytes();

    JsonPath candidate = propose("extra.xlsx", overlapping, "active").jsonPath();
    Response refused = post("/v1/rulesets/" + candidate.getString("version") + "/activate");

    assertThat(candidate.getList("findings.code")).contains("OVERLAP");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("reasons[0]")).contains("extra.xlsx", "rows 4 and 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"extra.drl", "extra.DRL", "extra.drl.xlsx", "a/extra.drl ", "x.drl."})
  void codeCannotBeUploaded(String name) {
    Response answer = propose(name, new byte[] {1}, "active");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.jsonPath().getString("detail")).contains("is code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../x.xlsx",
        "/etc/x.xlsx",
        "a\\b.xlsx",
        "C:x.xlsx",
        "nul.xlsx",
        "COM1.xlsx",
        ".x.xlsx",
        "~$x.xlsx",
        "x\u0000.xlsx",
        "x\u202Excod.xlsx",
        "letters/../x.xlsx",
        "test-cases//x.yaml",
        "x.exe",
        "letters/en.html",
        "test-cases/x.csv",
        "Calendar.xlsx",
        "en.txt"
      })
  void unsafeAndUnsupportedNamesAreRefused(String name) {
    Response answer = propose(name, new byte[] {1}, "active");

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
    assertThat(answer.jsonPath().getString("problems[0].code")).isEqualTo("BAD_FILE_NAME");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C:\\Users\\me\\promises.xlsx",
        "../promises.xlsx",
        "~$promises.xlsx",
        "/rules/promises (1).xlsx"
      })
  void namesWithTheirFolderAreAnsweredWithTheNameThatIsMeant(String name) {
    assertThat(
            propose(name, new byte[] {1}, "active").jsonPath().getString("problems[0].suggestion"))
        .isEqualTo("Did you mean promises.xlsx?");
  }

  @Test
  void anUnreadableFileIsOneProblem() throws Exception {
    byte[] english = Files.readAllBytes(Path.of("rules/letters/en.txt"));
    byte[] promises = Files.readAllBytes(Path.of("rules/promises.xlsx"));

    assertThat(
            propose(
                    "letters/en.txt",
                    new String(english, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16),
                    "active")
                .jsonPath()
                .getList("problems.code"))
        .containsExactly("NOT_UTF8");
    assertThat(
            propose("promises.xlsx", Arrays.copyOf(promises, promises.length / 2), "active")
                .jsonPath()
                .getList("problems.code"))
        .containsExactly("NOT_A_WORKBOOK");
  }

  @Test
  void aNameOf300CharactersIsRefused() {
    Response answer = propose("x".repeat(295) + ".xlsx", new byte[] {1}, "active");

    assertThat(answer.statusCode()).isEqualTo(422);
  }

  @Test
  void mistypedPathGetsASuggestion() {
    assertThat(propose("en.txt", new byte[] {1}, "active").jsonPath().getString("detail"))
        .contains("Did you mean letters/en.txt?");
  }

  @Test
  void filesAreDownloadedUnchanged() throws Exception {
    byte[] saved = Files.readAllBytes(Path.of("rules/promises.xlsx"));

    assertThat(get("/v1/rulesets/active/files/promises.xlsx").asByteArray()).isEqualTo(saved);
    assertThat(get("/v1/rulesets/active/files/letters/en.txt").asString()).contains("Dear");
    JsonPath files = get("/v1/rulesets/active/files").jsonPath();
    assertThat(files.getList("name")).contains("flow.drl", "letters/zh.txt", "test-cases/law.yaml");
    assertThat(files.getInt("find { it.name == 'promises.xlsx' }.size")).isEqualTo(saved.length);
    assertThat(files.getString("find { it.name == 'promises.xlsx' }.sha256")).hasSize(64);
  }

  @Test
  void tablesAreReturnedByCellAndAsDrl() {
    JsonPath table = get("/v1/rulesets/active/tables/goodwill").jsonPath();

    assertThat(table.getString("hitPolicy")).isEqualTo("FIRST");
    assertThat(table.getString("file")).isEqualTo("promises.xlsx");
    assertThat(table.getList("columns.name")).contains("-> nextOrderDiscountPercent");
    assertThat(table.getInt("rows[0].row")).isEqualTo(4);
    assertThat(table.getString("rows[0].cells[0].cell")).endsWith("4");
    assertThat(get("/v1/rulesets/active/tables/goodwill.drl").asString())
        .contains("rule \"goodwill row 4\"");
    assertThat(get("/v1/rulesets/active/tables").jsonPath().getList("")).contains("goodwill");
  }

  @Test
  void differenceHasCellsAndSentences() throws Exception {
    byte[] dearer =
        EditedRules.edited(
            Path.of("rules/promises.xlsx"),
            workbook -> workbook.getSheet("Goodwill").getRow(3).getCell(5).setCellValue(0.07));
    String candidate = proposed(dearer).getString("version");

    JsonPath diff = get("/v1/rulesets/active/diff/" + candidate).jsonPath();

    assertThat(diff.getString("from")).isEqualTo(before);
    assertThat(diff.getString("to")).isEqualTo(candidate);
    assertThat(diff.getList("files.file")).containsExactly("promises.xlsx");
    assertThat(diff.getList("tables.table")).containsExactly("goodwill");
    assertThat(diff.getString("tables[0].rows[0].cells[0].cellAfter")).isEqualTo("F4");
    assertThat(diff.getList("tables[0].outcomes.regions.sentence"))
        .first()
        .asString()
        .contains("nextOrderDiscountPercent goes from 5 to 7");
    assertThat(get("/v1/rulesets/active/diff/active").jsonPath().getList("files")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/rulesets/0123456789ab",
        "/v1/rulesets/x'%20or%20'1'='1",
        "/v1/rulesets/active/files/nothing.xlsx",
        "/v1/rulesets/active/files/..%2F..%2Fetc%2Fpasswd",
        "/v1/rulesets/active/tables/nothing",
        "/v1/rulesets/active/tables/nothing.drl"
      })
  void unknownResourceIsNotFound(String path) {
    Response answer = given().urlEncodingEnabled(false).get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=0", "size=0", "size=201", "page=x", "page=99999999999"})
  void invalidPagesAreRefused(String query) {
    Response answer = get("/v1/rulesets?" + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.jsonPath().getString("detail")).contains("is not a whole number from 1 to");
  }

  @Test
  void uploadWithoutFilesIsRefused() {
    assertThat(given().multiPart("comment", "no file").post("/v1/rulesets").statusCode())
        .isEqualTo(400);
    assertThat(given().body("{}").contentType("application/json").post("/v1/rulesets").statusCode())
        .isEqualTo(415);
  }

  private static <T> T value(Future<T> future) {
    try {
      return future.get();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static JsonPath proposed(byte[] workbook) {
    Response answer = propose("promises.xlsx", workbook, "active");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return answer.jsonPath();
  }

  private static Response propose(String name, byte[] content, String base) {
    return given()
        .multiPart("file", name, content, XLSX)
        .multiPart("comment", "why not")
        .multiPart("base", base)
        .post("/v1/rulesets");
  }

  private static Response activate(String version, String ifMatch) {
    return given().header("If-Match", ifMatch).post("/v1/rulesets/" + version + "/activate");
  }

  private static Response post(String path) {
    return given().post(path);
  }

  private static String active() {
    return get("/v1/rulesets/active").jsonPath().getString("version");
  }

  private static String decidedBy() {
    return given()
        .contentType("application/json")
        .body("{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}")
        .post("/v1/decide")
        .jsonPath()
        .getString("ruleSet.version");
  }
}
