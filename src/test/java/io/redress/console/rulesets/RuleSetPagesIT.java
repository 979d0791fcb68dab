package io.redress.console.rulesets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.redress.EditedRules;
import io.redress.PackagedJar;
import io.redress.console.ConsoleBrowser;
import io.redress.journal.impact.ImpactRuns;
import io.redress.journal.impact.ImpactSpecification;
import io.redress.lifecycle.store.ActivationStore;
import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.security.audit.Actor;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFSheet;
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

  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  private static ConsoleBrowser browser;
  private static String failed;
  private static String running;
  private static String queued;

  @BeforeAll
  static void open() throws Exception {
    Path data = PackagedJar.activatedData();
    try (Database database = Database.open(DatabaseSettings.embedded(data))) {
      addRuns(database);
    }
    browser = ConsoleBrowser.open(Map.of("REDRESS_DATA_DIR", data.toString()));
  }

  /** Comparisons with the past as replicas leave them that ended, or are at work. */
  private static void addRuns(Database database) {
    String version = new ActivationStore(database).latest().orElseThrow().version();
    ImpactRuns runs = new ImpactRuns(database);
    failed = add(runs, version);
    running = add(runs, version);
    queued = add(runs, version);
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute(
                  "update impact_run set status = 'FAILED', failure = ? where id = ?",
                  "Finding the decisions takes too long. Choose a shorter time.",
                  failed);
              handle.execute(
                  "update impact_run set status = 'RUNNING', started_at = ?, total = 10000,"
                      + " found = 2500, claimed_by = 'another', claimed_until = ? where id = ?",
                  NOW.atOffset(ZoneOffset.UTC),
                  OffsetDateTime.now(ZoneOffset.UTC).plusYears(1),
                  running);
            });
  }

  private static String add(ImpactRuns runs, String version) {
    ImpactSpecification all =
        new ImpactSpecification(
            version,
            version,
            true,
            null,
            NOW,
            null,
            null,
            null,
            null,
            null,
            BigDecimal.ONE,
            List.of());
    return runs.add(all, NOW, Actor.within("Wei")).orElseThrow().id();
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

    page.navigate("/rulesets/" + candidate);
    assertThat(page.getByText("Discount on the next order goes from 5 to 7").first()).isVisible();
    assertThat(page.getByText(Pattern.compile("\\bF4\\b")).first()).isVisible();

    button(page, "Activate…").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog.getByText("Discount on the next order goes from 5 to 7").first()).isVisible();
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
  void cellThatBothChangedIsChosenWhenACandidateIsBroughtUpToDate() throws Exception {
    String before = active();
    String ours =
        Candidates.promises(
            api(),
            EditedRules.edited(
                Path.of("rules/promises.xlsx"),
                edited -> {
                  XSSFSheet goodwill = edited.getSheet("Goodwill");
                  goodwill.getRow(3).getCell(5).setCellValue(0.07);
                  goodwill.getRow(4).getCell(6).setCellValue("written in the candidate");
                }),
            "Seven percent, chosen");
    String theirs =
        Candidates.percent(
            api(),
            8,
            "Eight percent, activated meanwhile",
            goodwill -> goodwill.getRow(6).getCell(6).setCellValue("written meanwhile"));
    api().post("/v1/rulesets/" + theirs + "/activate").then().statusCode(200);

    Page chinese = browser.visit("/rulesets/" + ours, "zh-CN");
    chinese.getByText(Pattern.compile("^更新到")).click();
    assertThat(chinese.locator("form.conflicts legend")).hasText("promises.xlsx, Goodwill!F4");
    ConsoleBrowser.inspect(chinese, "ruleset-conflict-zh");

    Page page = browser.visit("/rulesets/" + ours);
    assertThat(page.getByText("which is no longer active")).containsText("promises.xlsx");
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(Pattern.compile("^Bring up to date with Version")))
        .click();
    Locator conflict =
        page.getByRole(
            AriaRole.GROUP, new Page.GetByRoleOptions().setName("promises.xlsx, Goodwill!F4"));
    assertThat(conflict).containsText("Before: 5");
    assertThat(conflict.getByLabel("Active rule set: 8")).isVisible();
    button(page, "Bring up to date with these choices").click();
    assertThat(conflict).isVisible();
    conflict.getByLabel("This candidate: 7").check();
    button(page, "Bring up to date with these choices").click();

    page.waitForURL(Pattern.compile(".*/rulesets/(?!" + ours + ")[0-9a-f]{12}"));
    assertThat(page.getByText("Discount on the next order goes from 8 to 7").first()).isVisible();
    assertThat(page.getByText("which is no longer active")).hasCount(0);
    String version = page.url().replaceAll(".*/", "");
    org.assertj.core.api.Assertions.assertThat(
            api().get("/v1/rulesets/" + version + "/tables/goodwill").asString())
        .contains("written in the candidate", "written meanwhile");
    api().post("/v1/rulesets/" + before + "/rollback").then().statusCode(200);
  }

  /** Its states, as other replicas would leave them in the database before this one starts. */
  @Test
  void comparisonWithThePastIsShownInEachState() {
    String runs = "/rulesets/" + active() + "/impact";
    Page page = browser.visit(runs);
    assertThat(page.locator("table.runs tbody tr")).hasCount(3);
    ConsoleBrowser.inspect(page, "impact-runs");
    page.locator("#from").fill("2026-03-01");
    page.locator("#to").fill("2026-02-01");
    page.locator("form button.primary").click();
    assertThat(page.locator("#refused li").first()).isVisible();
    ConsoleBrowser.inspect(page, "impact-refused");

    page.navigate(runs + "/" + failed);
    assertThat(page.getByText("Choose a shorter time")).isVisible();
    ConsoleBrowser.inspect(page, "impact-failed");
    page.navigate(runs + "/" + running);
    assertThat(page.locator("#progress progress")).hasAttribute("value", "2500");
    ConsoleBrowser.inspect(page, "impact-running");
    page.navigate(runs + "/" + queued);
    ConsoleBrowser.inspect(page, "impact-queued");
    page.locator("form.cancel button").click();
    assertThat(page.locator("form.cancel")).hasCount(0);
    ConsoleBrowser.inspect(page, "impact-cancelled");
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
    assertThat(first.getByText("Courteous refusal", new Locator.GetByTextOptions().setExact(true)))
        .isVisible();
    assertThat(first.getByText("Full refund", new Locator.GetByTextOptions().setExact(true)))
        .isVisible();
    ConsoleBrowser.inspect(page, "cases-failing");

    button(page, "Run all").click();
    assertThat(page.getByText(Pattern.compile("^Run on \\d"))).isVisible();
    first
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Run never-so"))
        .click();
    assertThat(page.getByText("1 fails")).isVisible();

    page.navigate("/rulesets/" + failing);
    assertThat(page.getByText("One test case still expects the old result")).isVisible();
    page.getByText("The messages in full").click();
    assertThat(page.getByText("1 test case failed: never-so")).isVisible();
    assertThat(button(page, "Activate…")).hasCount(0);
  }

  @Test
  void aDecisionBecomesATestCase() {
    String decision = decide().getString("decisionId");
    Page page = browser.visit("/cases/new?decision=" + decision);
    assertThat(page.getByText("the test case would pass")).isVisible();
    assertThat(page.getByText("disputeType: NOT_RECEIVED")).isVisible();

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
  void casesAreShownInChinese() {
    Page page = browser.visit("/cases", "zh-CN");
    assertThat(
            page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName("测试用例").setExact(true)))
        .isVisible();
  }

  @Test
  void authorCannotActivateTheirRuleSetAndAdministersKeys() throws Exception {
    Path data = PackagedJar.activatedData();
    String key = ConsoleBrowser.key(data, "Wei", "edit", "activate", "admin");
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

      page.navigate("/keys");
      page.locator("#name").fill("Shop system");
      page.locator("input[name=roles][value=decide]").check();
      page.locator("form button.primary").click();
      assertThat(page.locator("#token")).containsText("redress_");
      ConsoleBrowser.inspect(page, "key-created");
      page.locator("#created a").click();
      assertThat(page.locator("table.keys tbody tr")).hasCount(2);
      ConsoleBrowser.inspect(page, "keys-of-two");
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
