package io.redress;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.journal.verify.PastDecisions;
import io.redress.lifecycle.Replica;
import io.redress.platform.database.DatabaseSettings;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of a journal that is larger than the memory of the service. */
class ExportsIT {
  private static final int DECISIONS = 30_000;

  /** A few megabytes more than the service takes for itself. */
  private static final String SMALL = "-Xmx112m -XX:+ExitOnOutOfMemoryError";

  private static final String LOST = "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}";

  @TempDir private static Path data;

  private static PackagedJar.Service service;

  @BeforeAll
  static void start() throws Exception {
    try (Replica replica = new Replica(DatabaseSettings.embedded(data))) {
      PastDecisions.journal(replica, Instant.parse("2020-03-01T08:00:00Z"))
          .dresses("many", DECISIONS);
    }
    service =
        PackagedJar.serve(Map.of("REDRESS_DATA_DIR", data.toString(), "JAVA_TOOL_OPTIONS", SMALL));
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ndjson", "xlsx"})
  void allOfThemAreExportedInLittleMemory(String format) throws Exception {
    await().until(() -> get(few(format)).statusCode() == 200);
    try (InputStream export = address(format).toURL().openStream()) {
      assertThat(decisions(format, export)).isEqualTo(all());
    }
  }

  private static long decisions(String format, InputStream export) throws IOException {
    if (!format.equals("xlsx")) {
      long lines =
          new BufferedReader(new InputStreamReader(export, StandardCharsets.UTF_8)).lines().count();
      return format.equals("csv") ? lines - 1 : lines;
    }
    ZipInputStream workbook = new ZipInputStream(export);
    for (ZipEntry part = workbook.getNextEntry(); part != null; part = workbook.getNextEntry()) {
      if (part.getName().equals("xl/worksheets/sheet1.xml")) {
        return new Scanner(workbook, StandardCharsets.UTF_8).useDelimiter("<row ").tokens().count()
            - 2;
      }
    }
    throw new AssertionError("no sheet");
  }

  @Test
  void theThirdWaitsForItsTurnAndSlowReadersHoldNoConnection() throws Exception {
    try (Socket first = begun("ndjson");
        Socket second = begun("csv")) {
      Response third = get(address("csv"));
      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(third.contentType()).isEqualTo("application/problem+json");
      assertThat(third.header("Retry-After")).isEqualTo("1");
      await().until(() -> connectionsInUse() == 0);
      assertThat(decide()).isEqualTo(200);
      assertThat(get(address("xlsx")).statusCode()).isEqualTo(429);
      first.close();
      await().until(() -> get(few("csv")).statusCode() == 200);
      assertThat(second.getInputStream().read()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ndjson", "xlsx"})
  void whoLeavesMakesRoomForOthers(String format) throws Exception {
    for (int i = 0; i < 3; i++) {
      try (Socket first = begun(format);
          Socket second = begun(format)) {
        assertThat(List.of(first, second)).noneMatch(Socket::isClosed);
        assertThat(decide()).isEqualTo(200);
      }
    }
    begun(format).close();
    await().until(() -> connectionsInUse() == 0);
    assertThat(Files.readString(service.output())).doesNotContain("ERROR", "\tat ");
  }

  private static long all() {
    long all = Long.parseLong(get(service.address("/v1/decisions?size=1")).header("X-Total-Count"));
    assertThat(all).isGreaterThanOrEqualTo(DECISIONS);
    return all;
  }

  /** An export, once there is room for it, of which no more is read than its first bytes. */
  private static Socket begun(String format) {
    return await().until(() -> asked(format), Optional::isPresent).orElseThrow();
  }

  private static Optional<Socket> asked(String format) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress("localhost", service.port()));
    String request = "GET /v1/decisions." + format + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    String begin = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    if (begin.equals("HTTP/1.1 200")) {
      return Optional.of(socket);
    }
    socket.close();
    assertThat(begin).isEqualTo("HTTP/1.1 429");
    return Optional.empty();
  }

  private static double connectionsInUse() {
    return get(service.address("/q/metrics"))
        .asString()
        .lines()
        .filter(line -> line.startsWith("redress_pool_active"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static int decide() {
    return given()
        .contentType("application/json")
        .body(LOST)
        .post(service.address("/v1/decide"))
        .statusCode();
  }

  private static URI address(String format) {
    return service.address("/v1/decisions." + format);
  }

  private static URI few(String format) {
    return service.address("/v1/decisions." + format + "?disputeId=few");
  }
}
