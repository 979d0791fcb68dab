package io.redress.http.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.security.access.TemporaryKey;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without access protection, requests that only seem to be local are refused. */
@QuarkusTest
@Tag("service")
class OpenToThisMachineTest {
  @Inject TemporaryKey temporary;

  private static final String LOST = "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}";

  @ParameterizedTest
  @CsvSource({
    "Host, evil.example",
    "Host, 127.0.0.1.evil.example:8080",
    "Host, localhost.evil.example",
    "Host, localhost.:8080",
    "Host, 127.1",
    "Host, 2130706433",
    "Host, 0x7f000001",
    "Host, 0.0.0.0",
    "Host, [::ffff:127.0.0.1]",
    "Host, [::]",
    "Host, 127.0.0.1.nip.io",
    "X-Forwarded-For, 127.0.0.1",
    "Forwarded, for=127.0.0.1",
    "X-Real-IP, 127.0.0.1",
    "Forwarded-For, 127.0.0.1",
    "WL-Proxy-Client-IP, 127.0.0.1",
    "X-Remote-Addr, 127.0.0.1",
    "Via, 1.1 cache",
    "X-Forwarded-Proto, https",
    "x-forwarded-prefix, /",
    "X_Forwarded_For, 127.0.0.1",
    "CF-Connecting-IP, 127.0.0.1",
    "CDN-Loop, cloudflare",
    "X-Amzn-Trace-Id, Root=1",
    "True-Client-IP, 127.0.0.1",
    "Max-Forwards, 10",
    "X-ARR-LOG-ID, 1",
    "Fly-Client-IP, 127.0.0.1",
    "Surrogate-Capability, key=ESI/1.0",
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

  /** A bare {@code proxy_pass} of nginx: the host is this machine, and nothing else is added. */
  @Test
  void proxyThatSaysNothingIsKnownByItsVersionOfHttp() throws IOException {
    assertThat(raw("GET /v1/rulesets HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")).contains(" 403 ");
    assertThat(raw("GET /v1/rulesets HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"))
        .contains(" 200 ");
  }

  @Test
  void twoHostsAreNoRequest() throws IOException {
    assertThat(
            raw(
                "GET /v1/rulesets HTTP/1.1\r\nHost: localhost\r\nHost: evil\r\nConnection: close\r\n\r\n"))
        .contains(" 400 ");
  }

  @Test
  void addressWithAHostOfItsOwnMustNameTheHostThatIsCalled() throws IOException {
    assertThat(
            raw(
                "GET http://evil.example/v1/rulesets HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .contains(" 400 ");
    assertThat(
            raw(
                "GET http://localhost/v1/rulesets HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .contains(" 200 ");
  }

  @Test
  void plainConnectionsAreNotUpgraded() throws IOException {
    assertThat(
            raw(
                "GET /v1/rulesets HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n"))
        .doesNotContain(" 101 ");
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .readLine();
    }
  }

  @Test
  void pagesOfOtherSitesReadNothingUnlessALinkIsFollowed() {
    RequestSpecification image =
        given().header("Sec-Fetch-Site", "cross-site").header("Sec-Fetch-Mode", "no-cors");
    assertThat(image.get("/v1/rulesets").statusCode()).isEqualTo(403);
    RequestSpecification link =
        given()
            .header("Sec-Fetch-Site", "cross-site")
            .header("Sec-Fetch-Mode", "navigate")
            .header("Sec-Fetch-Dest", "document");
    assertThat(link.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void temporaryKeyIsForWhatComesThroughAProxy() {
    RequestSpecification proxied = given().header("X-Forwarded-For", "192.0.2.1");
    proxied.header("Authorization", "Bearer " + temporary.secret());
    assertThat(decide(proxied).statusCode()).isEqualTo(200);
    RequestSpecification forged = given().header("X-Forwarded-For", "192.0.2.1");
    forged.header("Authorization", "Bearer " + temporary.secret().replaceAll(".{4}$", "AAAA"));
    assertThat(decide(forged).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/rulesets;x", "/v1/rulesets;x=1", "/v1/rulesets/", "/decide/", "/decide;x"})
  void otherSpellingsAreNotTheAddress(String path) {
    assertThat(given().urlEncodingEnabled(false).get(path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/audit?from=%2B999999999-12-31T23:59:59Z",
        "/v1/audit?to=-999999999-01-01T00:00:00Z",
        "/v1/journal/verification?since=%2B999999999-12-31",
        "/v1/decisions?from=%2B999999999-12-31"
      })
  void yearsThatNoDatabaseStoresAreRefused(String path) {
    assertThat(given().urlEncodingEnabled(false).get(path).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", ".a"})
  void longAddressesAreUnknown(String part) {
    for (String folder : new String[] {"/console", "/webjars/a", "/q/swagger-ui/a"}) {
      assertThat(given().get(folder + part.repeat(1_900)).statusCode()).isEqualTo(404);
    }
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
