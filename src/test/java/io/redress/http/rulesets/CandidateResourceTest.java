package io.redress.http.rulesets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.EditedRules;
import io.redress.console.Visit;
import io.redress.console.rulesets.Candidates;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("service")
class CandidateResourceTest {

  @Test
  void newResultsOfAChangedDiscountAreAccepted() throws Exception {
    String version = Candidates.onlySevenPercent(given(), "seven by API");
    List<String> failing = path(version, "tests.failures.id");
    assertThat(failing).contains("dress-1", "dress-2-letter");

    Response one =
        post(version, "cases/accept", "{\"ids\": [\"dress-1\"], \"comment\": \"meant\"}");
    assertThat(one.statusCode()).as(one.asString()).isEqualTo(201);
    String second = one.path("version");
    assertThat(one.header("Location")).endsWith("/v1/rulesets/" + second);
    assertThat(one.<String>path("comment")).isEqualTo("meant");
    assertThat(one.<String>path("parent")).isEqualTo(version);
    assertThat(one.<List<String>>path("tests.failures.id"))
        .hasSize(failing.size() - 1)
        .doesNotContain("dress-1");
    assertThat(one.<Integer>path("number"))
        .isGreaterThan(given().get("/v1/rulesets/" + version).<Integer>path("number"));

    Response all = post(second, "cases/accept", "{}");
    assertThat(all.statusCode()).as(all.asString()).isEqualTo(201);
    assertThat(all.<Integer>path("tests.failed")).isZero();
    assertThat(all.<String>path("comment")).isEqualTo("meant");
    String yaml =
        given()
            .get("/v1/rulesets/" + all.path("version") + "/files/test-cases/article.yaml")
            .asString();
    assertThat(yaml).contains("# The cases that the article tells", "percent: 7}");

    assertThat(this.<String>path(version, "status")).isEqualTo("CONTINUED");
    assertThat(this.<String>path(version, "continuedBy")).isEqualTo(second);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"ids\": [\"atomizers-1-proof\"]}|422|no failing test cases",
        "{\"ids\": [\"unknown\"]}|422|no failing test cases",
        "{\"ids\": []}|400|leave ids out",
        "{\"ids\": [null]}|400|leave ids out",
        "{\"id\": \"dress-1\"}|400|Send one such as",
        "[]|400|Send one such as",
        "null|400|Send one such as",
      })
  void whatCannotBeAcceptedIsRefused(String body, int status, String said) {
    String version = Candidates.failing(given(), "not-accepted");

    Response refused = post(version, "cases/accept", body);

    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
    assertThat(refused.<String>path("detail")).contains(said);
  }

  @Test
  void activeRuleSetHasNothingToAccept() {
    Response refused = post("active", "cases/accept", "{}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<String>path("detail")).contains("No test case of this rule set fails");
  }

  @Test
  void candidateIsArchivedAndReopened() throws Exception {
    String version = Candidates.same(given(), "to be archived");

    assertThat(post(version, "archive", "{\"reason\": \" \"}").statusCode()).isEqualTo(400);
    Response archived = post(version, "archive", "{\"reason\": \"too expensive\"}");
    assertThat(archived.statusCode()).as(archived.asString()).isEqualTo(200);
    assertThat(archived.<String>path("status")).isEqualTo("ARCHIVED");
    assertThat(archived.<Map<String, String>>path("archived"))
        .containsEntry("reason", "too expensive");
    assertThat(post(version, "archive", "{\"reason\": \"twice\"}").statusCode()).isEqualTo(409);
    Response refused = given().post("/v1/rulesets/" + version + "/activate");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.asString()).contains("too expensive Reopen it first.");

    assertThat(reopen(version).<String>path("status")).isEqualTo("CANDIDATE");
    assertThat(reopen(version).statusCode()).isEqualTo(409);
    assertThat(post("active", "archive", "{\"reason\": \"no\"}").statusCode()).isEqualTo(409);
    assertThat(given().get("/v1/audit?what=RULE_SET_REOPENED").<List<String>>path("subject"))
        .contains(version);
  }

  @Test
  void candidateIsBroughtUpToDateUnlessBothChangedTheSame() throws Exception {
    String before = Candidates.active();
    String ours = Candidates.onlySevenPercent(given(), "Rebased");
    String clashing =
        Candidates.promises(
            given(),
            EditedRules.edited(
                Path.of("rules/promises.xlsx"),
                workbook ->
                    workbook.getSheet("Goodwill").getRow(3).getCell(6).setCellValue("ours")),
            "Clashing");
    String theirs =
        Candidates.promises(
            given(),
            EditedRules.edited(
                Path.of("rules/promises.xlsx"),
                workbook ->
                    workbook.getSheet("Goodwill").getRow(3).getCell(6).setCellValue("theirs")),
            "Activated meanwhile");
    assertThat(given().post("/v1/rulesets/" + ours + "/rebase").statusCode()).isEqualTo(409);
    assertThat(given().post("/v1/rulesets/" + theirs + "/activate").statusCode()).isEqualTo(200);
    try {
      Response rebased = given().post("/v1/rulesets/" + ours + "/rebase");
      assertThat(rebased.statusCode()).as(rebased.asString()).isEqualTo(201);
      assertThat(rebased.<String>path("parent")).isEqualTo(ours);
      assertThat(rebased.<String>path("comment")).isEqualTo("Rebased");
      String version = rebased.path("version");
      String difference = given().get("/v1/rulesets/active/diff/" + version).asString();
      assertThat(difference).contains("F4").doesNotContain("G4");
      assertThat(Visit.open().get("/rulesets/" + ours).asString())
          .contains("no longer active", "promises.xlsx", "Bring up to date");
      assertThat(Visit.open().get("/rulesets/" + version).asString())
          .doesNotContain("no longer active");
      assertThat(given().post("/v1/rulesets/" + version + "/rebase").statusCode()).isEqualTo(409);

      Response refused = given().post("/v1/rulesets/" + clashing + "/rebase");
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.<List<String>>path("conflicts.place"))
          .containsExactly("promises.xlsx, Goodwill!G4");
      Response page = Visit.open().post("/rulesets/" + clashing + "/rebase", Map.of());
      assertThat(page.statusCode()).isEqualTo(409);
      assertThat(page.asString()).contains("Goodwill!G4", "ours", "theirs");
      assertThat(Visit.open().post("/rulesets/" + ours + "/rebase", Map.of()).header("HX-Redirect"))
          .isEqualTo("/rulesets/" + version);
    } finally {
      given().post("/v1/rulesets/" + before + "/rollback");
    }
  }

  private static Response reopen(String version) {
    return given().post("/v1/rulesets/" + version + "/reopen");
  }

  private static Response post(String version, String verb, String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/v1/rulesets/" + version + "/" + verb);
  }

  private <T> T path(String version, String path) {
    return given().get("/v1/rulesets/" + version).path(path);
  }
}
