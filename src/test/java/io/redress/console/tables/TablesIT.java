package io.redress.console.tables;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.redress.EditedRules;
import io.redress.console.ConsoleBrowser;
import io.redress.console.rulesets.Candidates;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Editing tables in a browser. */
class TablesIT {
  private static final String GOODWILL = "/tables/active/goodwill";
  private static ConsoleBrowser browser;

  @BeforeAll
  static void open() throws Exception {
    browser = ConsoleBrowser.shared();
  }

  @AfterAll
  static void close() throws Exception {
    browser.close();
  }

  @Test
  void problemIsShownAtItsCellThenCorrectedAndSaved() {
    Page page = browser.visit(GOODWILL);
    assertThat(page.locator("#findings-state")).containsText("All cells can be read");

    type(page, "F4", "150");
    assertThat(page.locator("#cell-note")).containsText("150 is above 100");
    page.keyboard().press("Enter");
    assertThat(cell(page, "F4")).hasAttribute("aria-invalid", "true");
    assertThat(cell(page, "F4")).containsText("nextOrderDiscountPercent 150 is above 100");
    page.locator("#findings button", new Page.LocatorOptions().setHasText("F4")).click();
    assertThat(cell(page, "F4")).isFocused();
    ConsoleBrowser.inspect(page, "table-problem");

    page.keyboard().type("6");
    page.keyboard().press("Enter");
    assertThat(page.locator("#findings-state")).containsText("All cells can be read");
    button(page, "Save…").click();
    page.getByLabel("What changes, and why").fill("Six percent in peak season");
    ConsoleBrowser.inspect(page, "table-save");
    button(page, "Create candidate").click();

    page.waitForURL(Pattern.compile(".*/rulesets/[0-9a-f]{12}"));
    assertThat(page.locator("main")).containsText("Six percent in peak season");
    page.navigate(page.url().replace("/rulesets/", "/tables/") + "/goodwill");
    assertThat(cell(page, "F4")).hasText("6%");
  }

  @Test
  void everyStepCanBeUndoneByKeyboard() {
    Page page = browser.visit(GOODWILL);
    cell(page, "A4").focus();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("End");
    page.keyboard().press("ArrowLeft");
    assertThat(cell(page, "F5")).isFocused();
    page.keyboard().type("7");
    page.keyboard().press("Enter");
    assertThat(cell(page, "F5")).hasText("7");
    page.keyboard().press("Alt+ArrowUp");
    page.keyboard().press("Control+d");
    page.keyboard().press("Control+Enter");
    page.keyboard().press("Control+Backspace");
    for (int step = 0; step < 5; step++) {
      page.keyboard().press("Control+z");
    }
    assertThat(cell(page, "F5")).hasText("0%");
    assertThat(page.locator("#state")).hasText("No changes");

    page.keyboard().press("Control+y");
    assertThat(cell(page, "F5")).hasText("7");
  }

  @Test
  void cellsOfASpreadsheetArePastedAndCopied() {
    Page page = browser.visit(GOODWILL);
    page.evaluate("navigator.clipboard.writeText('2\\tpeak\\n3\\t\"quoted \"\"twice\"\"\"')");
    cell(page, "F4").click();
    page.keyboard().press("Control+v");
    assertThat(cell(page, "F4")).hasText("2");
    assertThat(cell(page, "G4")).hasText("peak");
    assertThat(cell(page, "F5")).hasText("3");
    assertThat(cell(page, "G5")).hasText("quoted \"twice\"");

    cell(page, "F4").click();
    page.keyboard().press("Shift+ArrowDown");
    page.keyboard().press("Control+c");
    assertThat((String) page.evaluate("navigator.clipboard.readText()")).isEqualTo("2\n3");
  }

  @Test
  void misspeltCodeIsDoubtedAndWordsAreTakenForCodes() {
    Page page = browser.visit(GOODWILL);
    assertThat(page.locator("#findings-state")).containsText("no findings");
    assertThat(page.locator(".purpose")).containsText("discount on the next order");
    type(page, "B4", "UNTRACABLE");
    assertThat(page.locator("#cell-note")).containsText("Did you mean UNTRACEABLE?");
    page.keyboard().press("Enter");
    assertThat(cell(page, "B4")).hasClass(Pattern.compile("doubtful"));
    assertThat(page.locator("#findings button", new Page.LocatorOptions().setHasText("B4")))
        .isVisible();
    ConsoleBrowser.inspect(page, "table-doubt");

    type(page, "B4", "lost, Not traceable");
    page.keyboard().press("Enter");
    assertThat(page.locator("#findings-state")).containsText("no findings");
    cell(page, "B4").click();
    assertThat(page.locator("#cell-text")).hasText("LOST, UNTRACEABLE");
    assertThat(cell(page, "B4")).hasText("Lost, Not traceable");
    page.getByLabel("Show codes").check();
    assertThat(cell(page, "B4")).hasText("LOST, UNTRACEABLE");
    page.getByLabel("Show codes").uncheck();
  }

  @Test
  void pastedHeaderAndCellsBeyondTheTableAreLeftOut() {
    Page page = browser.visit(GOODWILL);
    page.evaluate("navigator.clipboard.writeText('reasonCode\\tdaysLate\\nSTRIKE\\t> 3')");
    cell(page, "C4").click();
    page.keyboard().press("Control+v");
    button(page, "Paste without the header").click();
    assertThat(cell(page, "C4")).hasAttribute("title", "STRIKE");
    assertThat(cell(page, "D4")).hasText("> 3");
    assertThat(page.locator("#cut-off")).isHidden();

    page.evaluate("navigator.clipboard.writeText('1\\t2\\t3\\t4\\t5\\t6')");
    cell(page, "F5").click();
    page.keyboard().press("Control+v");
    assertThat(page.locator("#cut-off")).containsText("left out:");
  }

  @Test
  void unsavedChangesAreRestoredAndCanBeDiscarded() {
    Page page = browser.visit(GOODWILL);
    type(page, "F6", "9");
    page.keyboard().press("Enter");
    page.reload();
    assertThat(cell(page, "F6")).hasText("9");
    assertThat(page.locator("#restored-text")).containsText("were restored");
    page.navigate("/tables");
    assertThat(page.locator("#drafts")).containsText("goodwill");
    page.locator("#drafts a").click();
    button(page, "Discard changes").click();
    assertThat(cell(page, "F6")).hasText("5%");
    page.reload();
    assertThat(page.locator("#findings-state")).containsText("All cells can be read");
    assertThat(page.locator("#restored")).isHidden();
  }

  @Test
  void draftsOfOneTabAreNotChangedByAnother() {
    Page page = browser.visit("/tables/active/dates");
    Page idle = page.context().newPage();
    idle.navigate("/tables/active/dates");
    assertThat(idle.locator("#findings-state")).containsText("All cells can be read");
    page.bringToFront();
    cell(page, "A4").click();
    page.keyboard().press("Control+d");
    assertThat(page.locator("#state")).containsText("Unsaved changes");
    page.waitForCondition(() -> drafted(page));
    idle.navigate("/tables");
    assertThat(idle.locator("#drafts")).containsText("dates");

    idle.navigate("/tables/active/dates");
    assertThat(idle.locator("#restored")).isVisible();
    button(page, "Undo").click();
    page.waitForCondition(() -> !drafted(page));
    idle.navigate("/tables");
    assertThat(idle.locator("#found")).isVisible();
    assertThat(idle.locator("#drafts")).isHidden();
  }

  @Test
  void findingsLinkToFactsToTry() {
    Page page = browser.visit("/tables/active/situation");
    cell(page, "A4").click();
    page.keyboard().press("Control+d");
    assertThat(page.locator("#findings")).containsText("rows 4 and 5 match exactly the same facts");
    assertThat(row(page, 5).locator("th")).containsText("rows 4 and 5");
    page.getByLabel("Also show what is usually intended").check();
    assertThat(page.locator("#findings a.try").first())
        .hasAttribute(
            "href", Pattern.compile("/decide\\?ruleSet=[0-9a-f]+&table=situation#example=%7B.*"));
  }

  @Test
  void rowsAreFilteredAndFoundByTheirAddress() {
    Page page = browser.visit(GOODWILL + "#row-7");
    assertThat(cell(page, "A7")).isFocused();
    page.getByLabel("Filter rows").fill("peak_season");
    assertThat(page.locator("#counted")).containsText("of 12");
    assertThat(row(page, 4)).isVisible();
    assertThat(row(page, 5)).hasCount(0);
  }

  @Test
  void listSearchesCellsAndUploadsWorkbooks() throws IOException {
    Page page = browser.visit("/tables");
    assertThat(page.locator("#found")).containsText("promises.xlsx");
    page.getByLabel("Search all cells").fill("spring_festival");
    assertThat(page.locator("#hits-title")).containsText("cells contain this");
    ConsoleBrowser.inspect(page, "tables-search");
    page.locator("#found a", new Page.LocatorOptions().setHasText("E4")).first().click();
    assertThat(row(page, 4)).isVisible();

    page.navigate("/tables");
    send(page, discount(150), "Far too much");
    assertThat(page.locator("#upload-problems")).containsText("150 is above 100");
    ConsoleBrowser.inspect(page, "tables-upload-problems");
    send(page, "promises (1).xlsx", discount(8), "Eight percent");
    page.waitForURL(Pattern.compile(".*/rulesets/[0-9a-f]{12}"));
    assertThat(page.locator("main")).containsText("Eight percent");
  }

  @Test
  void aLongTableScrollsWithFewRowsInTheDocument() throws IOException {
    Page page = browser.visit("/tables");
    send(page, Candidates.longPromises(), "Two thousand rows");
    page.waitForURL(Pattern.compile(".*/rulesets/[0-9a-f]{12}"));
    page.navigate(page.url().replace("/rulesets/", "/tables/") + "/goodwill");

    assertThat(page.locator("#counted")).containsText("2000");
    cell(page, "A4").click();
    page.keyboard().press("Control+End");
    assertThat(row(page, 2003)).isVisible();
    assertThat(page.locator("#frame tbody tr").count()).isLessThan(100);
    for (int top = 0; top < 60_000; top += 7_500) {
      page.evaluate("top => document.getElementById('frame').scrollTop = top", top);
      assertThat(page.locator("#frame tr[data-number]").first()).isVisible();
      assertThat(page.locator("#frame tbody tr").count()).isLessThan(100);
    }
  }

  @Test
  void editorIsWarnedWhenAnotherRuleSetBecomesActive() throws IOException {
    Page page = browser.visit(GOODWILL);
    String edited = page.locator("a.badge").textContent().replaceAll(".* · ", "").strip();
    APIResponse sent =
        page.request()
            .post(
                "/v1/rulesets",
                RequestOptions.create()
                    .setMultipart(
                        FormData.create()
                            .set(
                                "file",
                                workbook("promises.xlsx", EditedRules.remarked("for the IT")))));
    String version = sent.headers().get("etag").replace("\"", "");
    assertThat(page.request().post("/v1/rulesets/" + version + "/activate").ok()).isTrue();

    type(page, "F4", "4");
    page.keyboard().press("Enter");
    long number =
        RestAssured.given()
            .baseUri(browser.service().address("").toString())
            .get("/v1/rulesets/" + version)
            .jsonPath()
            .getLong("number");
    assertThat(page.locator("#superseded")).containsText("Version " + number + " became active");
    assertThat(page.locator("#superseded")).containsText("editing " + edited);
    page.keyboard().press("Control+z");
  }

  @Test
  void editorIsTranslatedToChinese() {
    Page page = browser.visit(GOODWILL, "zh-CN");
    assertThat(page.locator("#findings-state")).containsText("所有单元格均可识别");
    type(page, "F4", "500");
    page.keyboard().press("Enter");
    assertThat(page.locator("#findings")).containsText("数值过小或过大");
    assertThat(page.locator("#findings [lang=en]").first()).containsText("500");
    ConsoleBrowser.inspect(page, "table-zh");
  }

  private static boolean drafted(Page page) {
    return (boolean) page.evaluate("Object.keys(localStorage).some(key => key.endsWith(':dates'))");
  }

  private static void type(Page page, String address, String text) {
    cell(page, address).click();
    page.keyboard().type(text);
  }

  private static Locator cell(Page page, String address) {
    int column = address.charAt(0) - 'A';
    return row(page, Integer.parseInt(address.substring(1)))
        .locator("[data-column='" + column + "']");
  }

  private static Locator row(Page page, int number) {
    return page.locator("#frame tr[data-number='" + number + "']");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void send(Page page, byte[] workbook, String comment) {
    send(page, "promises.xlsx", workbook, comment);
  }

  private static void send(Page page, String name, byte[] workbook, String comment) {
    page.locator("#workbooks").setInputFiles(workbook(name, workbook));
    assertThat(page.locator("#upload-files")).containsText("promises.xlsx");
    page.getByLabel("What changes, and why").fill(comment);
    button(page, "Create candidate").click();
  }

  private static FilePayload workbook(String name, byte[] content) {
    return new FilePayload(
        name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", content);
  }

  private static byte[] discount(int percent) throws IOException {
    return EditedRules.edited(
        Path.of("rules/promises.xlsx"),
        workbook ->
            workbook.getSheet("Goodwill").getRow(3).getCell(5).setCellValue(percent / 100.0));
  }
}
