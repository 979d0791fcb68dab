package io.redress.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A policy change from the first keystroke to the rollback, in the console alone. */
class JourneyIT {
  /** Ten days late and in transit, outside of peak seasons. */
  private static final String LATE =
      """
      {"asOf": "2026-05-20", "disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT",
       "shipment": {"shippedOn": "2026-05-01", "latestDeliveryOn": "2026-05-10"}}
      """;

  @Test
  void policyIsChangedTriedActivatedAndRolledBack() throws Exception {
    Path cases = Files.createTempDirectory("cases");
    Files.copy(Path.of("test-cases/article.yaml"), cases.resolve("article.yaml"));
    try (ConsoleBrowser browser =
        ConsoleBrowser.open(Map.of("REDRESS_TEST_CASES_DIR", cases.toString()))) {
      Page page = browser.visit("/");
      String before = page.locator(".big a.mono").first().textContent();
      assertDiscount(page, "10%");

      link(page, "Tables").click();
      page.getByLabel("Search all cells").fill("untraceable");
      page.locator("#found a[href$='/goodwill']").first().click();
      Locator percent = page.locator("#frame tr[data-number='8'] [data-column='5']");
      percent.click();
      page.keyboard().type("900");
      page.keyboard().press("Enter");
      assertThat(percent).hasAttribute("aria-invalid", "true");
      assertThat(percent).containsText("900 is above 100");
      percent.click();
      page.keyboard().type("9");
      page.keyboard().press("Enter");
      assertThat(page.locator("#findings-state")).containsText("All cells can be read");
      button(page, "Save…").click();
      page.getByLabel("What changes, and why").fill("Nine percent will do");
      button(page, "Create candidate").click();

      page.waitForURL(Pattern.compile(".*/rulesets/[0-9a-f]{12}"));
      assertThat(page.getByText("nextOrderDiscountPercent goes from 10 to 9").first()).isVisible();
      assertDiscount(page, "10%");
      page.goBack();
      button(page, "Activate…").click();
      page.getByRole(AriaRole.DIALOG)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Activate"))
          .click();
      assertThat(page.getByText("is now active.")).isVisible();
      assertDiscount(page, "9%");

      link(page, "Rule sets").click();
      page.locator("a", new Page.LocatorOptions().setHasText(before)).first().click();
      button(page, "Roll back to this…").click();
      page.getByRole(AriaRole.DIALOG)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Roll back"))
          .click();
      assertThat(page.getByText(before + " is now active.")).isVisible();
      assertDiscount(page, "10%");
    }
  }

  /** Tries the dispute with the active rules on the decide page. */
  private static void assertDiscount(Page page, String percent) {
    page.navigate(
        "/decide#facts=" + URLEncoder.encode(LATE, StandardCharsets.UTF_8).replace("+", "%20"));
    button(page, "Try it").click();
    assertThat(page.locator(".answer")).containsText(percent);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }
}
