package io.redress.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("service")
class BoundedLabelsTest {
  private static final String MARK = "zyx";

  private static final List<String> ADDRESSES =
      List.of(
          "/%s",
          "//%s//",
          "/v1/%s",
          "/v1//decide;%s=1",
          "/v1/decide;%s",
          "/v1/decide/%s",
          "/v1/decide?%s=1",
          "/v1/./decide/%s",
          "/v1/%%64ecide;%s",
          "/v1/rulesets/%s",
          "/v1/rulesets;%s",
          "/v1/rulesets/active/files/%s",
          "/v1/rulesets/active/files/letters/../%s",
          "/v1/rulesets/active/tables/%s.drl",
          "/q/%s",
          "/q/health/group/%s",
          "/q/openapi;%s",
          "/q/swagger-ui/%s",
          "/q/metrics/%s",
          "/%%00%s",
          "/..%%2f%s");

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "%s");

  @TestHTTPResource("/")
  URI root;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void unknownPathsAndMethodsAreNoLabels(int seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      scan(random);
    }
    assertThat(ScrapedMetrics.series())
        .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains(MARK));
  }

  @Test
  void pathTemplatesAreLabels() {
    given().get("/v1/rulesets/nothing");
    given().contentType("application/json").body("{}").post("/v1/decide");
    assertThat(ScrapedMetrics.series("http_server_requests_seconds_count"))
        .anyMatch(line -> line.contains("uri=\"/v1/rulesets/{version}\""))
        .anyMatch(line -> line.contains("uri=\"/v1/decide\""));
    assertThat(ScrapedMetrics.series("http_server_requests_seconds_bucket"))
        .anyMatch(line -> line.contains("uri=\"/v1/decide\""));
  }

  private void scan(Random random) throws Exception {
    for (String address : ADDRESSES) {
      String made = MARK + random.nextInt(1_000_000);
      String method =
          METHODS.get(random.nextInt(METHODS.size())).formatted(made.toUpperCase(Locale.ROOT));
      send(
          method + " " + address.formatted(made) + " HTTP/1.1\r\nHost: a\r\n",
          random.nextInt(4) > 0);
    }
  }

  /** Sends a request, and waits for the answer or aborts in the middle of the body. */
  private void send(String head, boolean whole) throws Exception {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      String rest =
          whole ? "Connection: close\r\nContent-Length: 2\r\n\r\n{}" : "Content-Length: 9\r\n\r\n{";
      socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.US_ASCII));
      if (whole) {
        socket.getInputStream().readAllBytes();
      }
    }
  }
}
