package io.redress.console.rulesets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.redress.PackagedJar;
import io.redress.console.ConsoleBrowser;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rule sets and test cases in a browser. */
class RuleSetPagesIT {
  private static final String DRESS =
      """
      {"asOf": "2026-11-24", "disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT",
       "delayCause": "PEAK_SEASON", "buyer": {"name": "Anna"}}
      """;

  private static ConsoleBrowser browser;

  @BeforeAll
  static void open() throws Exception {
    browser = ConsoleBrowser.open();
  }

  @AfterAll
  static void close() throws Exception {
    browser.close();
  }

  @Test
  void candidateIsComparedActivatedAndRolledBack() throws Exception {
    String before = active();
    String name = "Version " + api().get("/v1/rulesets/active").jsonPath().getLong("number");
    String candidate = Candidates.sevenPercent(api(), "Seven percent in peak season");
    Page page = browser.visit("/rulesets");
    assertThat(page.getByText("Seven percent in peak season").first()).isVisible();
    ConsoleBrowser.inspect(page, "rulesets");

    page.navigate("/rulesets/" + candidate);
    assertThat(page.getByText("nextOrderDiscountPercent goes from 5 to 7").first()).isVisible();
    assertThat(page.getByText(Pattern.compile("\\bF4\\b")).first()).isVisible();
    ConsoleBrowser.inspect(page, "ruleset-candidate");

    button(page, "Activate…").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog.getByText("nextOrderDiscountPercent goes from 5 to 7").first()).isVisible();
    assertThat(dialog.getByText(before).first()).isVisible();
    ConsoleBrowser.inspect(page, "ruleset-activation");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");

    assertThat(page.getByText(": Seven percent in peak season is now active.")).isVisible();
    org.assertj.core.api.Assertions.assertThat(discount()).isEqualTo(7);
    ConsoleBrowser.inspect(page, "ruleset-activated");
    button(page, "Roll back to " + name).click();
    assertThat(page.getByText(Pattern.compile(name + "\\b.* is now active[.]"))).isVisible();
    org.assertj.core.api.Assertions.assertThat(discount()).isEqualTo(5);
  }

  @Test
  void lateConfirmationShowsTheOtherActivation() throws Exception {
    String before = active();
    String late = Candidates.same(api(), "Late");
    String faster = Candidates.same(api(), "Faster");
    Page page = browser.visit("/rulesets/" + late);
    button(page, "Activate…").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog.getByText(": Late?")).isVisible();

    api().post("/v1/rulesets/" + faster + "/activate");
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Activate")).click();

    assertThat(dialog.getByText("In the meantime, local activated " + faster)).isVisible();
    ConsoleBrowser.inspect(page, "ruleset-meanwhile");
    button(page, "Show what would change now").click();
    assertThat(dialog.getByText(": Late?")).isVisible();
    assertThat(dialog.getByText(faster).first()).isVisible();
    page.keyboard().press("Escape");
    assertThat(dialog).not().isVisible();
    api().post("/v1/rulesets/" + before + "/activate");
  }

  @Test
  void failingCaseShowsExpectedValuesAndCanBeRun() {
    String failing = Candidates.failing(api(), "never-so");
    Page page = browser.visit("/cases?version=" + failing);
    Locator first = page.getByRole(AriaRole.ARTICLE).first();
    assertThat(first.getByText("REJECT", new Locator.GetByTextOptions().setExact(true)))
        .isVisible();
    assertThat(first.getByText("FULL_REFUND", new Locator.GetByTextOptions().setExact(true)))
        .isVisible();
    ConsoleBrowser.inspect(page, "cases-failing");

    button(page, "Run all").click();
    assertThat(page.getByText(Pattern.compile("^Run on \\d"))).isVisible();
    first
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Run never-so"))
        .click();
    assertThat(page.getByText("1 fails")).isVisible();

    page.navigate("/rulesets/" + failing);
    assertThat(page.getByText("1 test case failed: never-so")).isVisible();
    assertThat(button(page, "Activate…")).hasCount(0);
    ConsoleBrowser.inspect(page, "ruleset-blocked");
  }

  @Test
  void aDecisionBecomesATestCase() {
    String decision = decide().getString("decisionId");
    Page page = browser.visit("/cases/new?decision=" + decision);
    assertThat(page.getByText("the test case would pass")).isVisible();
    assertThat(page.getByText("disputeType: NOT_RECEIVED")).isVisible();
    ConsoleBrowser.inspect(page, "case-new");

    page.getByLabel("ID").fill("dress-1");
    button(page, "Save as candidate").click();
    assertThat(page.getByText("Another test case has this ID")).isVisible();
    assertThat(page.getByLabel("ID")).hasValue("dress-1");

    page.getByLabel("ID").fill("dress-of-anna");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*/rulesets/[0-9a-f]{12}"));
    assertThat(page.getByText("Test case in-transit-keep-tracking").first()).isVisible();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Test cases").setExact(true))
        .last()
        .click();
    page.getByLabel("Search").fill("dress-of-anna");
    page.keyboard().press("Enter");
    assertThat(page.getByText("dress-of-anna").first()).isVisible();
  }

  @Test
  void casesAndRuleSetsAreShownInChinese() {
    Page page = browser.visit("/cases", "zh-CN");
    assertThat(
            page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName("测试用例").setExact(true)))
        .isVisible();
    ConsoleBrowser.inspect(page, "cases-zh");
    page.navigate("/rulesets/active");
    ConsoleBrowser.inspect(page, "ruleset-zh");
  }

  @Test
  void authorCannotActivateTheirRuleSet() throws Exception {
    Path data = PackagedJar.activatedData();
    String key = ConsoleBrowser.key(data, "Wei", "edit", "activate");
    try (ConsoleBrowser own = ConsoleBrowser.open(Map.of("REDRESS_DATA_DIR", data.toString()))) {
      RequestSpecification by =
          RestAssured.given()
              .baseUri(own.service().address("").toString())
              .header("Authorization", "Bearer " + key);
      String candidate = Candidates.same(by, "My own");
      Page page = own.visit("/rulesets/" + candidate);
      page.getByLabel("Key").fill(key);
      page.keyboard().press("Enter");
      assertThat(page.getByText("You created this candidate")).isVisible();
      assertThat(button(page, "Activate…")).hasCount(0);
      ConsoleBrowser.inspect(page, "ruleset-own");
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static RequestSpecification api() {
    return RestAssured.given().baseUri(browser.service().address("").toString());
  }

  private static String active() {
    return api().get("/v1/rulesets/active").jsonPath().getString("version");
  }

  private static io.restassured.path.json.JsonPath decide() {
    return api().contentType("application/json").body(DRESS).post("/v1/decide").jsonPath();
  }

  private static int discount() {
    return decide().getInt("nextOrderDiscountPercent");
  }
}
