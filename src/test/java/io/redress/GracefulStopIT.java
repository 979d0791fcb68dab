package io.redress;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, stopped while clients still send facts. */
class GracefulStopIT {
  private static final int TERMINATED = 128 + 15;
  private static final String LOST = "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}";

  @TempDir private Path data;

  @Test
  void whatIsUnderWayIsAnsweredAndNothingNewIsTaken() throws Exception {
    PackagedJar.activatedData(data);
    try (var service = PackagedJar.serve(Map.of("REDRESS_DATA_DIR", data.toString()));
        Socket slow = new Socket("localhost", service.port())) {
      send(
          slow,
          "POST /v1/decide HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: "
              + LOST.length()
              + "\r\n\r\n"
              + LOST.substring(0, 10));
      given().get(service.address("/q/health/live"));
      service.process().destroy();

      await().until(() -> given().get(service.address("/q/health/ready")).statusCode() == 503);
      await()
          .until(
              () ->
                  given()
                          .contentType("application/json")
                          .body(LOST)
                          .post(service.address("/v1/decide"))
                          .statusCode()
                      == 503);
      send(slow, LOST.substring(10));

      String answer = new String(slow.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
      assertThat(answer).isEqualTo("HTTP/1.1 200");
      assertThat(service.process().waitFor(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(service.process().exitValue()).isEqualTo(TERMINATED);
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }
}
