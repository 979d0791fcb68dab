package io.redress.console.rulesets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.console.Visit;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A candidate that people work on, stage by stage. */
@QuarkusTest
@Tag("service")
class WorkPagesTest {
  private Visit visit;

  @BeforeEach
  void openVisit() {
    visit = Visit.open();
  }

  @Test
  void newResultsAreAcceptedOnThePageOfTheCandidate() throws Exception {
    String version = Candidates.onlySevenPercent(given(), "Seven <percent>");
    String page = visit.get("/rulesets/" + version).asString();
    assertThat(page)
        .contains("Version ", ": Seven &lt;percent&gt;", "Accept new result", "Accept all")
        .contains("/tables?version=" + version);

    Response accepted =
        visit.post("/rulesets/" + version + "/accept", Map.of("id", List.of("dress-1")));
    String next = accepted.header("HX-Redirect");
    assertThat(next).as(accepted.asString()).endsWith("?accepted=1&left=0");
    assertThat(visit.get(next).asString())
        .contains("One test case expects its new result now", "Earlier stages")
        .contains(": Seven &lt;percent&gt;");
    assertThat(visit.get("/rulesets/" + version).asString())
        .contains("The work went on", next.substring(0, next.indexOf('?')));
    assertThat(visit.get("/tables/" + version + "/goodwill").asString())
        .contains("Go on with the latest stage");
  }

  @Test
  void secondBranchIsNamedAndNothingIsLost() {
    String parent = Candidates.failing(given(), "branches");
    String one = next(parent, "- id: x\n", "one");
    String other = next(parent, "- id: y\n", "other");

    assertThat(visit.get("/rulesets/" + other).asString())
        .contains("Two people went on from the same stage", "/rulesets/" + one);
    assertThat(visit.get("/rulesets/" + one).asString()).contains("/rulesets/" + other);
  }

  private static String next(String base, String id, String comment) {
    String yaml =
        id
            + "  title: a branch\n"
            + "  facts: {disputeType: NOT_RECEIVED, reason: LOST}\n"
            + "  expect: {reasonCode: absent}\n";
    return given()
        .multiPart("file", "test-cases/branch.yaml", yaml.getBytes(), "text/yaml")
        .multiPart("base", base)
        .multiPart("comment", comment)
        .post("/v1/rulesets")
        .path("version");
  }

  @Test
  void archivedCandidateIsNoLongerWaiting() throws Exception {
    String version = Candidates.same(given(), "Archived on its page");
    assertThat(visit.post("/rulesets/" + version + "/archive", Map.of()).statusCode())
        .isEqualTo(400);

    Response archived =
        visit.post("/rulesets/" + version + "/archive", Map.of("reason", "<b>No</b>"));
    assertThat(archived.header("HX-Redirect")).isEqualTo("/rulesets/" + version);

    assertThat(visit.get("/rulesets/" + version).asString())
        .contains("archived this candidate", "&lt;b&gt;No&lt;/b&gt;", "Reopen")
        .doesNotContain("Activate…");
    assertThat(visit.get("/rulesets?status=ARCHIVED").asString()).contains(version);
    assertThat(visit.get("/rulesets?status=CANDIDATE").asString())
        .doesNotContain("Archived on its page");
    visit.post("/rulesets/" + version + "/reopen", Map.of());
    assertThat(visit.get("/rulesets?status=CANDIDATE").asString()).contains(version);
  }
}
