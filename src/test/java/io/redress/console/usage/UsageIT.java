package io.redress.console.usage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.redress.console.ConsoleBrowser;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the usage of rows looks like in a browser. */
class UsageIT {
  private static final String FACTS =
      """
      {"disputeId": "usage-browser", "asOf": "2014-12-20", "disputeType": "NOT_RECEIVED",
       "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON",
       "order": {"quantity": 2, "unitPrice": "50.00", "currency": "USD"}}\
      """;
  private static ConsoleBrowser browser;
  private static int row;

  @BeforeAll
  static void open() throws Exception {
    browser = ConsoleBrowser.shared();
    row =
        RestAssured.given()
            .baseUri(browser.service().address("").toString())
            .contentType("application/json")
            .body(FACTS)
            .post("/v1/decide")
            .jsonPath()
            .getInt("trace.find { it.sheet == 'Goodwill' }.row");
  }

  @AfterAll
  static void close() throws Exception {
    browser.close();
  }

  @Test
  void gridHasTheDecisionsOfEachRowAndFollowsRowsThatMove() {
    Page page = browser.visit("/tables/active/goodwill");
    Locator number = number(page, row);
    assertThat(number.locator(".used")).isVisible();
    assertThat(number).containsText("in the last 90 days, the last on");
    assertThat(page.locator("#frame .used.none").first()).hasText("0");
    number.click();
    assertThat(page.locator("#cell-text")).containsText("in the last 90 days, the last on");
    ConsoleBrowser.inspect(page, "table-usage");

    page.keyboard().press("Control+Enter");
    assertThat(number(page, row + 1).locator(".used")).hasCount(0);
    page.keyboard().press("Control+z");
    assertThat(number(page, row).locator(".used")).isVisible();
  }

  @Test
  void unusedRowsLeadToTheirTable() {
    Page page = browser.visit("/rulesets/active");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Usage of rows")).click();
    assertThat(page.locator("h1")).hasText("Usage of rows");
    ConsoleBrowser.inspect(page, "usage");

    page.locator("[aria-labelledby=most] th a", new Page.LocatorOptions().setHasText("Goodwill"))
        .first()
        .click();
    page.locator("#frame .used").first().waitFor();
    assertThat(page.url()).contains("/goodwill#row-");
  }

  private static Locator number(Page page, int row) {
    return page.locator("#frame tr[data-number=\"" + row + "\"] th");
  }
}
