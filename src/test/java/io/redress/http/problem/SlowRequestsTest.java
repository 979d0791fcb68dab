package io.redress.http.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redress.Patience;
import io.redress.console.Visit;
import io.redress.console.tables.TangledTable;
import io.redress.http.OtherSettings;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that send single bytes slowly, so that no idle timeout applies. */
@QuarkusTest
@TestProfile(OtherSettings.class)
@Tag("service")
class SlowRequestsTest {
  private static final String FACTS = "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}";

  @TestHTTPResource("/")
  URI address;

  @Test
  @Timeout(Patience.SECONDS)
  void slowBodyIsEndedAndItsConnectionClosed() throws Exception {
    try (Socket slow = socket()) {
      send(
          slow,
          "POST /v1/decide HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 100000\r\n\r\n");
      while (slow.getInputStream().available() == 0) {
        send(slow, " ");
        Thread.sleep(50);
      }
      String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 408").contains("urn:redress:problem:too-slow");
    }
  }

  /** Longer than what is read without a thread. */
  @Test
  @Timeout(Patience.SECONDS)
  void uploadThatPausesIsAnsweredAndItsConnectionClosed() throws Exception {
    try (Socket slow = socket()) {
      send(
          slow,
          "POST /v1/rulesets HTTP/1.1\r\nHost: localhost\r\n"
              + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n"
              + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\n"
              + "a".repeat(300_000));
      String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 408").contains("urn:redress:problem:too-slow");
    }
  }

  @Test
  void slowHeadersDoNotBlockDecisions() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 400; i++) {
        Socket socket = socket();
        slow.add(socket);
        send(socket, "POST /v1/decide HTTP/1.1\r\nX-Slow: ");
      }
      for (int i = 0; i < 20; i++) {
        for (Socket socket : slow) {
          send(socket, "a");
        }
        given()
            .contentType("application/json")
            .body(FACTS)
            .post("/v1/decide")
            .then()
            .statusCode(200);
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /** Its check takes seconds. */
  @Test
  void completeRequestsMayTakeLonger() {
    assertThat(
            Visit.open()
                .send("/tables/active/goodwill/check", TangledTable.goodwill())
                .statusCode())
        .isEqualTo(200);
  }

  private Socket socket() throws IOException {
    return new Socket(address.getHost(), address.getPort());
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }
}
