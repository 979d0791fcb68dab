package io.redress.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The change of a policy that the README tells, in the console alone: five percent become seven,
 * test cases and a law follow, it is activated and rolled back. No file is edited by hand.
 */
class JourneyIT {
  private static final String DRESS =
      """
      {"disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON"}
      """;

  private static final String COMMENT = "Seven percent in peak season";

  @Test
  void policyIsChangedWithItsCasesAndLawActivatedAndRolledBack() throws Exception {
    try (ConsoleBrowser browser = ConsoleBrowser.open()) {
      Page page = browser.visit("/");
      assertDiscount(page, "5%");

      link(page, "Tables").click();
      page.locator("#found a[href$='/goodwill']").first().click();
      Locator percent = page.locator("#frame tr[data-number='4'] [data-column='5']");
      percent.click();
      page.keyboard().type("900");
      page.keyboard().press("Enter");
      assertThat(percent).hasAttribute("aria-invalid", "true");
      assertThat(percent).containsText("900 is above 100");
      percent.click();
      page.keyboard().type("7");
      page.keyboard().press("Enter");
      assertThat(page.locator("#findings-state")).containsText("All cells can be read");
      button(page, "Save…").click();
      page.getByLabel("What changes, and why").fill(COMMENT);
      button(page, "Create candidate").click();

      page.waitForURL(Pattern.compile(".*/rulesets/[0-9a-f]{12}"));
      assertThat(heading(page)).containsText(": " + COMMENT);
      assertThat(page.getByText("Discount on the next order goes from 5 to 7").first()).isVisible();
      assertThat(page.getByText("Activation is blocked")).isVisible();
      assertThat(page.getByText("5 test cases still expect the old results")).isVisible();
      assertThat(page.getByText("The law peak-season-discount demands something else")).isVisible();
      assertThat(page.getByRole(AriaRole.GROUP, named("Expected and actual: dress-1")))
          .containsText("offer you 7% off your next order");

      button(page, "Accept new result dress-1").click();
      page.waitForURL(Pattern.compile(".*accepted=1&left=0"));
      assertThat(button(page, "Accept new result dress-1")).hasCount(0);
      page.getByRole(
              AriaRole.BUTTON,
              new Page.GetByRoleOptions().setName(Pattern.compile("Accept all \\d+ new results")))
          .click();
      page.waitForURL(Pattern.compile(".*accepted=[2-9]\\d*&left=0"));
      assertThat(page.getByText("none fails").first()).isVisible();

      page.getByRole(
              AriaRole.LINK,
              new Page.GetByRoleOptions().setName("Change this law peak-season-discount"))
          .first()
          .click();
      page.getByLabel("The law in words")
          .fill("A buyer who waits because of the peak season gets 7% off the next order.");
      assertThat(page.locator("#preview")).containsText("It would still be violated");
      page.getByLabel("It demands: Discount on the next order").fill("7");
      assertThat(page.locator("#preview")).containsText("It holds");
      button(page, "Save as candidate").click();

      page.waitForURL(Pattern.compile(".*/rulesets/[0-9a-f]{12}"));
      assertThat(heading(page)).containsText(": " + COMMENT);
      assertThat(page.getByText("Activation is blocked")).hasCount(0);
      assertThat(page.getByText("Ready: all test cases pass")).isVisible();
      button(page, "Activate…").click();
      inDialog(page, "Activate").click();
      assertThat(page.getByText("is now active.")).isVisible();
      assertDiscount(page, "7%");

      link(page, "Rule sets").click();
      page.getByRole(
              AriaRole.BUTTON,
              new Page.GetByRoleOptions().setName(Pattern.compile("Roll back to Version 1.*")))
          .click();
      inDialog(page, "Roll back").click();
      assertThat(page.getByText("is now active.")).isVisible();
      assertDiscount(page, "5%");
    }
  }

  /** Tries the dispute with the active rules on the decide page. */
  private static void assertDiscount(Page page, String percent) {
    page.navigate(
        "/decide#facts=" + URLEncoder.encode(DRESS, StandardCharsets.UTF_8).replace("+", "%20"));
    button(page, "Try it").click();
    assertThat(page.locator(".answer")).containsText(percent);
  }

  private static Locator heading(Page page) {
    return page.locator("h1");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator inDialog(Page page, String name) {
    return page.getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
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
