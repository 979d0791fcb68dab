package io.redress.console.home;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.redress.console.ConsoleBrowser.inspect;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.redress.console.ConsoleBrowser;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The home page. */
class HomeIT {
  private static final List<String> DISPUTES =
      List.of(
          "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"IN_TRANSIT\", \"delayCause\": \"PEAK_SEASON\"}",
          "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\", \"order\": {\"quantity\": 2,"
              + " \"unitPrice\": \"617.25\", \"currency\": \"USD\"}}",
          "{\"disputeType\": \"NOT_AS_DESCRIBED\", \"reason\": \"DEFECTIVE\"}");

  @Test
  void todaysDecisionsAreCountedAndSummed() throws Exception {
    try (ConsoleBrowser browser = ConsoleBrowser.open()) {
      Page page = browser.visit("/");
      assertThat(page.getByText("No decisions in this period.").first()).isVisible();
      assertThat(page.getByText("All clear: no gaps, no failing test cases")).isVisible();
      inspect(page, "home-empty");

      for (int i = 0; i < 12; i++) {
        decide(browser, DISPUTES.get(i % (i < 6 ? 3 : 2)));
      }
      page.reload();
      Page.GetByRoleOptions today = new Page.GetByRoleOptions().setName("Today");
      assertThat(page.getByRole(AriaRole.REGION, today)).containsText("12 decisions");
      assertThat(page.getByRole(AriaRole.REGION, today)).containsText("Keep tracking");
      assertThat(page.getByRole(AriaRole.REGION, today)).containsText("US$6,172.50");
      assertThat(page.getByText("12 decisions since this service started")).isVisible();
      assertThat(page.getByText("Share of the last 12 decisions")).isVisible();
      assertThat(
              page.getByRole(
                      AriaRole.LINK, new Page.GetByRoleOptions().setName("Goodwill").setExact(true))
                  .first())
          .isVisible();
      inspect(page, "home");
    }
  }

  private static void decide(ConsoleBrowser browser, String facts)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(browser.service().address("/v1/decide"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(facts))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
  }
}
