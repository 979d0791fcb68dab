package io.redress.http.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that fail before their facts are read. */
@QuarkusTest
@Tag("service")
class HostileRequestsTest {
  private static final String CHUNKED =
      "POST /v1/decide HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

  @TestHTTPResource("/")
  URI root;

  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource({
    "POST,   /v1/decide,            text/plain,        */*,       UNSUPPORTED_MEDIA_TYPE",
    "POST,   /v1/decide,            application/xml,   */*,       UNSUPPORTED_MEDIA_TYPE",
    "POST,   /v1/decide,            application/x-www-form-urlencoded, */*, UNSUPPORTED_MEDIA_TYPE",
    "POST,   /v1/decide,            ///;;,             */*,       UNSUPPORTED_MEDIA_TYPE",
    "POST,   /v1/decide,            application/json,  text/csv,  NOT_ACCEPTABLE",
    "POST,   /v1/decide,            application/json,  ///,       NOT_ACCEPTABLE",
    "GET,    /v1/decide,            application/json,  */*,       METHOD_NOT_ALLOWED",
    "PUT,    /v1/decide,            application/json,  */*,       METHOD_NOT_ALLOWED",
    "DELETE, /v1/decide,            application/json,  */*,       METHOD_NOT_ALLOWED",
    "TRACE,  /v1/decide,            application/json,  */*,       METHOD_NOT_ALLOWED",
    "BREW,   /v1/decide,            application/json,  */*,       METHOD_NOT_ALLOWED",
    "POST,   /v1/decide/x,          application/json,  */*,       NOT_FOUND",
    "POST,   /v2/decide,            application/json,  */*,       NOT_FOUND",
    "GET,    /wp-login.php,         application/json,  */*,       NOT_FOUND",
    "GET,    /q/nothing,            application/json,  */*,       NOT_FOUND",
    "GET,    /..%2f..%2fetc/passwd, application/json,  */*,       NOT_FOUND",
    "GET,    /%00,                  application/json,  */*,       NOT_FOUND",
  })
  void frameworkErrorsBecomeProblems(
      String method, String path, String sent, String accepted, ProblemType type) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root.toString().replaceAll("/$", "") + path))
            .header("Content-Type", sent)
            .header("Accept", accepted)
            .method(method, BodyPublishers.ofString("{}"))
            .build();
    Problems.expect(client.send(request, BodyHandlers.ofByteArray()), type);
  }

  @ParameterizedTest
  @CsvSource({"en-GB, There is nothing at this address", "zh-CN, 此地址没有内容"})
  void browsersGetAPageInTheirLanguage(String language, String title) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve("/wp-login.php"))
            .header("Accept", "text/html,*/*;q=0.8")
            .header("Accept-Language", language)
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(answer.body()).contains("<h1>" + title + "</h1>");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/decide,                               POST",
    "/v1/rulesets,                             'GET, POST'",
    "/v1/rulesets/active,                      GET",
    "/v1/rulesets/active/activate,             POST",
  })
  void refusedMethodNamesTheAllowedOnes(String path, String allowed) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve(path)).method("PATCH", BodyPublishers.noBody()).build();
    assertThat(client.send(request, BodyHandlers.ofByteArray()).headers().firstValue("Allow"))
        .contains(allowed);
  }

  @Test
  void bodyWithoutMediaTypeIsJson() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve("/v1/decide"))
            .POST(BodyPublishers.ofString("{}"))
            .build();
    Problems.expect(client.send(request, BodyHandlers.ofByteArray()), ProblemType.IMPOSSIBLE_FACTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET nothing HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: \u0000\r\n\r\n",
        "POST /v1/decide HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "POST /v1/decide HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
        "\u0001garbage\r\n\r\n",
      })
  void malformedHttpIsRefusedWithoutInternals(String request) throws IOException {
    assertThat(raw(request))
        .startsWith("HTTP/1.")
        .containsPattern("^HTTP/1.. 4\\d\\d ")
        .doesNotContain("Exception", "java.", "\tat ");
  }

  @Test
  void unknownExpectationIsRefused() throws IOException {
    String request =
        "POST /v1/decide HTTP/1.1\r\nHost: localhost\r\nExpect: %s\r\nContent-Length: 2\r\n\r\n{}";
    assertThat(raw(request.formatted("200-ok"))).startsWith("HTTP/1.1 400 ");
    assertThat(raw(request.formatted("100-continue"))).startsWith("HTTP/1.1 100 ");
  }

  /** Where one ends is then unknown, so the connection ends, without an answer. */
  @ParameterizedTest
  @ValueSource(strings = {"zz\r\n{}", "-2\r\n{}", "1\r\n{}\r\n", "2\n{}\n"})
  void malformedChunksEndTheConnection(String chunk) throws IOException {
    String request = CHUNKED.replace("Host: a", "Host: localhost");
    assertThat(
            raw(
                request
                    + chunk
                    + "\r\n0\r\n\r\n"
                    + "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .isEmpty();
  }

  /** The client may be gone, but the next request must be answered. */
  @Test
  void incompleteBodyIsHarmless() throws Exception {
    assertThat(raw(CHUNKED + "zz\r\n")).doesNotContain(" 500 ", "Exception");
    bodyWithoutMediaTypeIsJson();
  }

  @Test
  void longAddressesAndHeadersAreRefused() throws IOException {
    assertThat(raw("GET /" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: a\r\n\r\n")).contains(" 414 ");
    assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"))
        .contains(" 431 ");
  }

  /** The first line of the response. */
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      byte[] answer = new byte[8_192];
      return new String(answer, 0, Math.max(0, socket.getInputStream().read(answer)), UTF_8);
    }
  }
}
