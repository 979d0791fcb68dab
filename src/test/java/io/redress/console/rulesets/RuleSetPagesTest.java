package io.redress.console.rulesets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.console.Visit;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("service")
class RuleSetPagesTest {
  private Visit visit;
  private String before;

  @BeforeEach
  void rememberActiveRuleSet() {
    visit = Visit.open();
    before = Candidates.active();
  }

  @AfterEach
  void restoreActiveRuleSet() {
    given().post("/v1/rulesets/" + before + "/activate");
  }

  @Test
  void listShowsActiveRuleSetAndCandidatesWithBlockers() {
    String failing = Candidates.failing(given(), "page-never");

    Response page = visit.get("/rulesets");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.asString())
        .contains(before, failing, "1 test case failed: page-never", "Active since")
        .contains("&lt;script&gt;alert(&#39;comment&#39;)&lt;/script&gt;")
        .doesNotContain("<script>alert");
    assertThat(visit.get("/rulesets?status=CANDIDATE").asString()).contains(failing);
    assertThat(visit.get("/rulesets?status=RETIRED").asString())
        .doesNotContain("/" + failing + "\"><");
  }

  @Test
  void pageHasReportAndFiles() {
    String failing = Candidates.failing(given(), "page-report");

    Response page = visit.get("/rulesets/" + failing);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.asString())
        .contains("page-report", "nextOrderDiscountPercent", "42", "1 fails")
        .contains(
            "Activation is blocked",
            "One test case still expects the old result",
            "href=\"#failed\"")
        .contains("/rulesets/" + failing + "/files/test-cases/page-report.yaml")
        .doesNotContain("<script>alert")
        .doesNotContain("data-opens=\"#activation\">Activate");
    assertThat(inChinese("/rulesets/" + failing))
        .contains("有测试用例未通过", "<span class=\"original\" lang=\"en\">1 test case failed");
  }

  @Test
  void fileIsDownloadedUnchanged() throws Exception {
    byte[] saved = Files.readAllBytes(Path.of("rules/promises.xlsx"));

    Response file = visit.get("/rulesets/" + before + "/files/promises.xlsx");

    assertThat(file.asByteArray()).isEqualTo(saved);
    assertThat(file.header("Content-Disposition")).startsWith("attachment");
  }

  @Test
  void differenceHasSentencesAndCells() throws Exception {
    String candidate = Candidates.sevenPercent(given(), "Seven");

    Response difference = visit.get("/rulesets/" + candidate + "/difference?with=" + before);

    assertThat(difference.asString())
        .contains(
            "Goodwill: where Remedy is Keep tracking and Reason is Peak season, Discount on the"
                + " next order goes from 5 to 7",
            "F4",
            "promises.xlsx")
        .contains("<td title=\"-&gt; nextOrderDiscountPercent\">Discount on the next order</td>")
        .contains("/tables/" + candidate + "/goodwill");
    assertThat(visit.get("/rulesets/" + before + "/difference?with=" + before).asString())
        .contains("Identical to Version ");
    assertThat(inChinese("/rulesets/" + candidate + "/difference?with=" + before))
        .contains("下次订单优惠：当 处理方式 为 继续跟踪", "由 5 变为 7")
        .doesNotContain("goes from");
  }

  @Test
  void activationShowsChangesAndCanBeRolledBackAtOnce() throws Exception {
    String candidate = Candidates.same(given(), "Confirmed on a page");

    assertThat(visit.get("/rulesets/" + candidate + "/activation").asString())
        .contains(
            "Activate Version ",
            "Confirmed on a page?",
            candidate,
            before,
            "none fails",
            "promises.xlsx")
        .contains("name=\"expected\" value=\"" + before + "\"");
    Response activated = activate(candidate, before);
    assertThat(activated.statusCode()).isEqualTo(200);
    String next = "/rulesets/" + candidate + "?replaced=" + before;
    assertThat(activated.header("HX-Redirect")).isEqualTo(next);
    assertThat(Candidates.active()).isEqualTo(candidate);
    assertThat(visit.get(next).asString())
        .contains(
            ": Confirmed on a page is now active.",
            "Roll back to Version ",
            "/rulesets/" + before + "/activation");
    for (String untrue : List.of(candidate, "ffffffffffff", Candidates.same(given(), "Idle"))) {
      assertThat(visit.get("/rulesets/" + candidate + "?replaced=" + untrue).asString())
          .doesNotContain("is now active.", "/rulesets/" + untrue + "/activation");
    }
    Response twice = activate(candidate, before);
    assertThat(twice.statusCode()).isEqualTo(200);
    assertThat(twice.header("HX-Redirect")).isEqualTo(next);
    assertThat(activate(before, candidate).statusCode()).isEqualTo(200);
    assertThat(Candidates.active()).isEqualTo(before);
    assertThat(visit.get("/rulesets").asString())
        .contains("/rulesets/" + candidate + "?with=" + before);
  }

  @Test
  void listOfActivationsLeadsToADay() throws Exception {
    String candidate = Candidates.same(given(), "To and fro");
    for (int i = 0; i < 6; i++) {
      given().post("/v1/rulesets/" + candidate + "/activate").then().statusCode(200);
      given().post("/v1/rulesets/" + before + "/activate").then().statusCode(200);
    }
    String oldest = "<th scope=\"row\" class=\"number\">1</th>";

    assertThat(visit.get("/rulesets").asString())
        .doesNotContain(oldest)
        .containsSubsequence(
            "&amp;activations=1&amp;activated=\"", "data-page-after=\"#activations");
    assertThat(visit.get("/rulesets?activations=2&activated=2001-01-01").asString())
        .contains(oldest);
    assertThat(visit.get("/rulesets?activations=2&activated=2999-01-01").asString())
        .doesNotContain(oldest)
        .contains("Page 1 of ");
    assertThat(visit.get("/rulesets?activated=yesterday").statusCode()).isEqualTo(200);
  }

  @Test
  void activationFailsIfTheActiveRuleSetChanged() throws Exception {
    String candidate = Candidates.same(given(), "Too late");
    String faster = Candidates.same(given(), "Faster");
    given().post("/v1/rulesets/" + faster + "/activate");

    Response late = activate(candidate, before);

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.asString())
        .contains("In the meantime, local activated " + faster, "Show what would change now");
    assertThat(Candidates.active()).isEqualTo(faster);
  }

  @Test
  void blockedCandidateIsRefusedWithReasons() {
    Response refused = activate(Candidates.failing(given(), "page-refused"), before);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.asString()).contains("1 test case failed: page-refused");
    assertThat(Candidates.active()).isEqualTo(before);
  }

  @Test
  void activationNeedsCsrfTokenAndExpectedVersion() throws Exception {
    String path = "/rulesets/" + Candidates.same(given(), "Unproven") + "/activation";

    assertThat(given().formParam("expected", before).post(path).statusCode()).isEqualTo(403);
    assertThat(visit.post(path, Map.of()).statusCode()).isEqualTo(400);
    assertThat(activate(before, "a\0b").statusCode()).isEqualTo(400);
    assertThat(Candidates.active()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/rulesets/0123456789ab",
        "/rulesets/%3Cscript%3E",
        "/rulesets/active?with=0123456789ab",
        "/rulesets/0123456789ab/difference",
        "/rulesets/active/difference?with=x'%20or%20'1'='1",
        "/rulesets/0123456789ab/activation",
        "/rulesets/active/files/nothing.xlsx"
      })
  void unknownResourceIsNotFound(String path) {
    Response answer = visit.get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.asString()).doesNotContain("<script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=0", "page=x", "activations=0", "size=1000"})
  void invalidPagesAreRefused(String query) {
    assertThat(visit.get("/rulesets?" + query).statusCode()).isEqualTo(400);
  }

  @Test
  void pageBeyondTheLastIsEmpty() {
    assertThat(visit.get("/rulesets?page=9999&activations=9999&status=nonsense").statusCode())
        .isEqualTo(200);
  }

  @Test
  void pagesAreTranslatedToChinese() {
    assertThat(inChinese("/rulesets")).contains("当前生效", "启用记录");
    assertThat(inChinese("/rulesets/ffffffffffff"))
        .contains("此地址没有内容", "请从菜单进入", "lang=\"en\">There is no such rule set");
  }

  private static String inChinese(String page) {
    return given().accept("text/html").header("Accept-Language", "zh-CN").get(page).asString();
  }

  private Response activate(String to, String expected) {
    return visit.post("/rulesets/" + to + "/activation", Map.of("expected", expected));
  }
}
