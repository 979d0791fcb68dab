package io.redress.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.redress.PackagedJar;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Sign-in and language of the console. */
class SignInIT {
  @Test
  void keyOwnerSeesOnlyWhatTheirRolesAllow() throws Exception {
    Path data = PackagedJar.activatedData();
    String key = ConsoleBrowser.key(data, "Wei", "audit");
    try (ConsoleBrowser browser =
        ConsoleBrowser.open(Map.of("REDRESS_DATA_DIR", data.toString()))) {
      Page page = browser.visit("/decisions?sort=-decidedAt");
      assertThat(page).hasTitle("Sign in · Redress");
      ConsoleBrowser.inspect(page, "sign-in");

      page.getByLabel("Key").fill(key.substring(0, key.length() - 1) + "~");
      page.keyboard().press("Enter");
      assertThat(page.getByText("This key is invalid, expired or revoked")).isVisible();

      signIn(page, key);
      assertThat(page).hasURL(Pattern.compile(".*/decisions\\?sort=-decidedAt"));
      assertThat(page.getByText("Wei")).isVisible();
      page.navigate("/");
      assertThat(link(page, "Decisions")).isVisible();

      page.evaluate("sessionStorage.setItem('facts', 'of a buyer')");
      button(page, "Sign out").click();
      assertThat(page).hasTitle("Sign in · Redress");
      assertThat((int) page.evaluate("sessionStorage.length")).isZero();
      page.navigate("/");
      assertThat(page).hasTitle("Sign in · Redress");
    }
  }

  @Test
  void inputSurvivesTheEndOfTheSession() throws Exception {
    Path data = PackagedJar.activatedData();
    String key = ConsoleBrowser.key(data, "Wei", "edit");
    try (ConsoleBrowser browser =
        ConsoleBrowser.open(Map.of("REDRESS_DATA_DIR", data.toString()))) {
      Page page = browser.visit("/tables/active/goodwill");
      signIn(page, key);
      page.locator("#frame tr[data-number='4'] [data-column='5']").click();
      page.keyboard().type("6");
      page.keyboard().press("Enter");
      Page other = page.context().newPage();
      other.navigate("/");
      button(other, "Sign out").click();
      assertThat(other).hasTitle("Sign in · Redress");

      save(page);
      assertThat(page.locator("#alerts")).containsText("You are signed out.");
      Page again = page.waitForPopup(() -> link(page, "Sign in in a new tab").click());
      signIn(again, key);
      assertThat(again.locator("#findings-state")).isVisible();
      save(page);
      assertThat(page).hasURL(Pattern.compile(".*/rulesets/[0-9a-f]{12}"));
      assertThat(page.getByText("Six percent will do").first()).isVisible();
    }
  }

  private static void save(Page page) {
    button(page, "Save…").click();
    page.getByLabel("What changes, and why").fill("Six percent will do");
    button(page, "Create candidate").click();
  }

  private static void signIn(Page page, String key) {
    page.getByLabel("Key").fill(key);
    page.keyboard().press("Enter");
  }

  @Test
  void browserLanguageIsUsedUnlessAnotherIsChosen() throws Exception {
    try (ConsoleBrowser browser = ConsoleBrowser.shared()) {
      Page page = browser.visit("/", "zh-CN");
      assertThat(link(page, "决策表")).isVisible();
      button(page, "English").click();
      assertThat(link(page, "Tables")).isVisible();
      page.reload();
      assertThat(link(page, "Tables")).isVisible();
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Otherwise all pages would pass. */
  @Test
  void inspectionFindsWhatIsNotAccessible() throws Exception {
    try (ConsoleBrowser browser = ConsoleBrowser.shared()) {
      Page page = browser.visit("/sign-in");
      page.evaluate("() => document.querySelector('main').append(document.createElement('img'))");

      assertThatThrownBy(() -> ConsoleBrowser.inspect(page, "sign-in-with-an-image"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("image-alt");
    }
  }
}
