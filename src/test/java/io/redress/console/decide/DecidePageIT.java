package io.redress.console.decide;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.redress.console.ConsoleBrowser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Trying, deciding and viewing a dispute in a browser. */
class DecidePageIT {
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
  void dressShowsFivePercentInTheDecidingCells() {
    Page page = browser.visit("/decide");
    button(page, "Dress: in transit in peak season").click();
    assertThat(page.getByLabel("Cause of the delay")).hasValue("PEAK_SEASON");
    assertThat(page.getByLabel("Tracking number")).isVisible();
    assertThat(page.getByLabel("Defective pieces")).isHidden();
    ConsoleBrowser.inspect(page, "decide-form");

    button(page, "Try it").click();
    assertThat(page.locator(".answer .big")).hasText("Keep tracking");
    assertThat(page.locator(".answer")).containsText("Discount on the next order");
    Locator goodwill = page.getByRole(AriaRole.REGION, named("Goodwill"));
    assertThat(goodwill.locator("td.highlighted")).hasCount(3);
    assertThat(goodwill.locator("td.highlighted.outcome")).containsText("5");
    assertThat(page.locator("a[href$='/goodwill#row-4']")).isVisible();
    ConsoleBrowser.inspect(page, "decide-answer");

    page.getByLabel("Language", exactly()).selectOption("zh");
    assertThat(page.locator("[data-letter=zh]")).isVisible();
    assertThat(page.locator("[data-letter=zh] .body")).containsText("5%");
    assertThat(page.locator("[data-letter=en]")).isHidden();
  }

  @Test
  void videoProvesTheAtomizerDefects() {
    Page page = browser.visit("/decide");
    button(page, "Atomizers: seven of twenty defective, no evidence yet").click();
    button(page, "Try it").click();
    assertThat(page.locator(".answer .big")).hasText("Ask for evidence");
    assertThat(page.locator(".answer .notice.warn")).containsText("5 pieces");

    page.getByLabel("Video").check();
    assertThat(page.locator("#outdated")).isVisible();
    page.getByLabel("Date of the decision").fill("2015-02-15");
    button(page, "Try it").click();
    assertThat(page.locator(".answer .big")).hasText("Replacement");
    assertThat(page.locator(".answer")).containsText("5 Mar 2015");
    assertThat(page.locator("#json")).hasValue(Pattern.compile("\"VIDEO\""));
  }

  @Test
  void invalidFactIsShownAtItsFieldAndByItsLabel() {
    Page page = browser.visit("/decide");
    button(page, "Parcel lost by the carrier").click();
    Locator pieces = page.getByLabel("Pieces ordered");
    assertThat(pieces).hasValue("1");
    pieces.fill("many");
    button(page, "Try it").click();
    assertThat(pieces).hasAttribute("aria-invalid", "true");
    assertThat(pieces).isFocused();
    assertThat(page.locator("#fact-order-quantity-error")).isVisible();
    tab(page, "As JSON").click();
    page.locator("#problems button", new Page.LocatorOptions().setHasText("Pieces ordered"))
        .click();
    assertThat(pieces).isFocused();
    ConsoleBrowser.inspect(page, "decide-fault");
    page.reload();
    assertThat(page.getByLabel("Pieces ordered")).hasValue("many");
    page.getByLabel("Pieces ordered").fill("2");
    button(page, "Try it").click();
    assertThat(page.locator(".answer .big")).isVisible();
  }

  @Test
  void formAndJsonStayInSync() {
    Page page = browser.visit("/decide");
    Locator json = page.locator("#json");
    tab(page, "As JSON").click();
    json.fill(
        "{\"disputeType\": \"NOT_AS_DESCRIBED\", \"reason\": \"DAMAGED\","
            + " \"order\": {\"quantity\": 3}}");
    assertThat(page.getByLabel("Reason", exactly())).hasValue("DAMAGED");
    assertThat(page.getByLabel("Pieces ordered")).hasValue("3");
    json.fill("{\"disputeType\": ");
    assertThat(page.locator("#json-error")).containsText("Not valid JSON yet");
    json.fill("{}");
    ConsoleBrowser.inspect(page, "decide-json");
    tab(page, "Form").click();
    page.getByLabel("Not received", exactly()).check();
    page.getByLabel("Reason", exactly()).selectOption("IN_TRANSIT");
    page.getByLabel("Promised delivery by").fill("2026-03-05");
    assertThat(json).hasValue(Pattern.compile("\"latestDeliveryOn\": \"2026-03-05\""));
    tab(page, "As JSON").click();
    page.getByText("As a curl command").click();
    assertThat(page.locator("#curl"))
        .containsText("curl -s " + browser.service().address("/v1/decide"));
  }

  @Test
  void factsInTheAddressFillTheForm() {
    String facts = "{\"disputeType\":\"NOT_RECEIVED\",\"reason\":\"LOST\"}";
    Page page = browser.visit("/decide#facts=" + URLEncoder.encode(facts, StandardCharsets.UTF_8));
    assertThat(page.getByLabel("Reason", exactly())).hasValue("LOST");
    assertThat(page).hasURL(Pattern.compile(".*/decide$"));
  }

  @Test
  void recordedDecisionIsFoundAndDecidedAgain() {
    Page page = browser.visit("/decide");
    button(page, "Held by customs, duty unpaid").click();
    page.getByLabel("Dispute ID").fill("tea-set-1");
    button(page, "Decide and record").click();
    page.getByRole(AriaRole.DIALOG).getByText("Decide and record").click();
    assertThat(page.getByText("Decided and recorded.")).isVisible();

    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Decisions")).click();
    page.getByLabel("Search").fill("tea-set");
    page.keyboard().press("Enter");
    assertThat(page.getByText("1 decision", new Page.GetByTextOptions().setExact(true)))
        .isVisible();
    page.locator("tbody a").first().click();
    assertThat(page.locator(".letters .body").first()).containsText("Camille");
    button(page, "Decide again with the active rules").click();
    assertThat(page.getByText("The active rules decide the same.")).isVisible();
    ConsoleBrowser.inspect(page, "decision");

    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Dispute tea-set-1")).click();
    assertThat(page.getByText("Ordered", new Page.GetByTextOptions().setExact(true))).isVisible();
    assertThat(page.locator(".timeline .taken")).hasCount(1);
  }

  @Test
  void pageWorksInChineseAndByKeyboard() {
    Page page = browser.visit("/decide", "zh-CN");
    page.getByText("连衣裙：旺季运输途中").focus();
    page.keyboard().press("Enter");
    page.getByText("试算", new Page.GetByTextOptions().setExact(true)).focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".answer .big")).hasText("继续跟踪");
    assertThat(page.locator("#answer h2").first()).isFocused();
  }

  @Test
  void exampleOfAFindingIsCompletedToADispute() {
    Page page =
        browser.visit(
            "/decide?ruleSet=active&table=goodwill#example="
                + URLEncoder.encode(
                    "{\"daysLate\":12,\"reasonCode\":\"PEAK_SEASON\"}", StandardCharsets.UTF_8));
    assertThat(page.getByLabel("Reason", exactly())).not().hasValue("");
    assertThat(page.locator("#json")).hasValue(Pattern.compile("\"asOf\""));
    button(page, "Try it").click();
    assertThat(page.locator(".answer .big")).isVisible();
    assertThat(page).hasURL(Pattern.compile(".*/decide$"));
  }

  @Test
  void rulesOfTheFlowAreShownOnRequest() {
    Page page = browser.visit("/decide");
    button(page, "Dress: in transit in peak season").click();
    button(page, "Try it").click();
    assertThat(page.locator(".answer .big")).isVisible();
    assertThat(page.locator(".trace .flow:visible")).hasCount(0);
  }

  /** The fields and the text of a new test case stay in sync, and the preview follows both. */
  @Test
  void testCaseIsWrittenWithTheFieldsOfTheForm() {
    Page page = browser.visit("/cases/write#facts=disputeType:%20NOT_RECEIVED%0Areason:%20LOST");
    assertThat(page.getByLabel("Reason", exactly())).hasValue("LOST");
    page.getByLabel("Title", exactly()).fill("Three pieces are lost");
    page.getByLabel("Pieces ordered").fill("3");
    page.getByLabel("Remedy", exactly()).selectOption("FULL_REFUND");
    assertThat(page.locator("#preview pre")).containsText("quantity: 3");
    assertThat(page.locator("#preview")).containsText("the test case");
    ConsoleBrowser.inspect(page, "case-form");

    tab(page, "Form").focus();
    page.keyboard().press("ArrowRight");
    assertThat(tab(page, "As YAML or JSON")).isFocused();
    Locator text = page.getByLabel("As YAML or JSON", exactly()).and(page.locator("textarea"));
    assertThat(text).hasValue(Pattern.compile("\"quantity\": 3"));
    text.fill("disputeType: NOT_AS_DESCRIBED\nreason: DAMAGED\norder: {quantity: 7}");
    ConsoleBrowser.inspect(page, "case-text");
    tab(page, "As YAML or JSON").focus();
    page.keyboard().press("ArrowLeft");
    assertThat(page.getByLabel("Reason", exactly())).hasValue("DAMAGED");
    assertThat(page.getByLabel("Pieces ordered")).hasValue("7");
    assertThat(page.locator("#preview pre")).containsText("reason: DAMAGED");
  }

  private static Locator tab(Page page, String name) {
    return page.getByRole(AriaRole.TAB, named(name).setExact(true));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
