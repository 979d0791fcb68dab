package io.redress.http.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without access protection, requests that only seem to be local are refused. */
@QuarkusTest
@Tag("service")
class OpenToThisMachineTest {
  private static final String LOST = "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}";

  @ParameterizedTest
  @CsvSource({
    "Host, evil.example",
    "Host, 127.0.0.1.evil.example:8080",
    "Host, localhost.evil.example",
    "X-Forwarded-For, 127.0.0.1",
    "Forwarded, for=127.0.0.1",
    "X-Real-IP, 127.0.0.1",
    "Origin, https://evil.example",
    "Origin, null",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site"
  })
  void remoteRequestsAreRefused(String header, String value) {
    Response answer = decide(given().header(header, value));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.<String>path("type")).isEqualTo("urn:redress:problem:not-from-here");
  }

  @Test
  void dnsRebindingReadsNothing() {
    assertThat(given().header("Host", "evil.example").get("/v1/rulesets").statusCode())
        .isEqualTo(403);
    assertThat(given().header("Host", "evil.example").accept("text/html").get("/").statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({"Sec-Fetch-Site, same-origin", "Sec-Fetch-Site, none", "User-Agent, curl/8"})
  void localRequestsAreAccepted(String header, String value) {
    assertThat(decide(given().header(header, value)).statusCode()).isEqualTo(200);
  }

  private static Response decide(RequestSpecification request) {
    return request.contentType("application/json").body(LOST).post("/v1/decide");
  }
}
