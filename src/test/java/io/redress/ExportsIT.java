package io.redress;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.journal.verify.PastDecisions;
import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.Replica;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.database.PostgresServer;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Exports and verifications of a journal that is larger than the memory of the service.
 *
 * <p>{@code mvn -Pfull verify} and {@code -Phard-times} have a million decisions.
 */
class ExportsIT {
  private static final int SHORT = 30_000;
  private static final int DECISIONS = Integer.getInteger("redress.entries", SHORT);

  /** A few megabytes more than the service takes for itself; a million take gigabytes. */
  private static final String SMALL =
      (DECISIONS > 100_000 ? "-Xmx256m" : "-Xmx112m") + " -XX:+ExitOnOutOfMemoryError";

  /**
   * The latest, which are decided again; to do that with a million takes much longer than all else.
   */
  private static final int REDECIDED = DECISIONS > SHORT ? SHORT : 0;

  private static final LocalDate LATEST = LocalDate.parse("1990-03-02");

  /** For a million decisions. */
  private static final Duration LONGEST = Duration.ofHours(1);

  /** Exports that one caller may have at once. */
  private static final int SHARE = 4;

  private static final String LOST = "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}";

  @TempDir private static Path data;

  private static PackagedJar.Service service;

  @BeforeAll
  static void start() throws Exception {
    service = serve(DatabaseSettings.embedded(PackagedJar.activatedData(data)), data);
  }

  private static PackagedJar.Service serve(DatabaseSettings settings, Path folder)
      throws Exception {
    try (Replica replica = new Replica(settings)) {
      WrittenJournal journal =
          PastDecisions.journal(
              replica, LATEST.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
      journal.dresses("many", DECISIONS - REDECIDED);
      journal.pass(Duration.ofDays(1));
      journal.dresses("many", REDECIDED);
    }
    return PackagedJar.serve(inLittleMemory(settings, folder));
  }

  private static Map<String, String> inLittleMemory(DatabaseSettings settings, Path folder) {
    Map<String, String> environment = PackagedJar.environment(settings, folder);
    environment.put("REDRESS_JAVA_OPTIONS", SMALL);
    environment.put("REDRESS_RESPONSE_READING_LIMIT", "15s");
    return environment;
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ndjson", "xlsx"})
  void allOfThemAreExportedInLittleMemory(String format) throws Exception {
    assertThat(exported(service, format)).isEqualTo(all());
  }

  @Test
  void theyAreVerifiedInLittleMemory() throws Exception {
    assertThat(verified("redecide=false").path("entries").longValue()).isEqualTo(all());
    if (REDECIDED > 0) {
      assertThat(verified("redecide=true&since=" + LATEST).path("redecided").longValue())
          .isEqualTo(all() - (DECISIONS - REDECIDED));
    }
  }

  private static JsonNode verified(String query) throws IOException {
    Instant start = Instant.now();
    URI address = service.address("/v1/journal/verification?" + query);
    try (InputStream report = address.toURL().openStream()) {
      JsonNode verified = new ObjectMapper().readTree(report);
      assertThat(verified.path("whole").booleanValue()).as(verified.toString()).isTrue();
      print("EMBEDDED", "verification, " + query, start, service);
      return verified;
    }
  }

  @Test
  void thoseOfAServerAreExportedAndVerifiedInLittleMemory(@TempDir Path folder) throws Exception {
    try (PostgresServer server = new PostgresServer()) {
      DatabaseSettings settings = server.fresh();
      PackagedJar.activate(settings);
      try (var other = serve(settings, folder)) {
        for (String format : List.of("csv", "ndjson", "xlsx")) {
          assertThat(exported(other, format)).isEqualTo(DECISIONS);
        }
      }
      assertVerified(settings, folder, DECISIONS, "--no-redecide");
      if (REDECIDED > 0) {
        assertVerified(settings, folder, REDECIDED, "--since", LATEST.toString());
      }
    }
  }

  private static void assertVerified(
      DatabaseSettings settings, Path folder, int entries, String... options) throws Exception {
    Instant start = Instant.now();
    List<String> command = new ArrayList<>(List.of("journal", "verify"));
    command.addAll(List.of(options));
    PackagedJar.Ended verification =
        PackagedJar.run(
            LONGEST, inLittleMemory(settings, folder), "", command.toArray(String[]::new));
    assertThat(verification.exitCode()).as(verification.output()).isZero();
    assertThat(verification.output()).contains(entries + " entries, ", " 0 of them");
    print("POSTGRESQL", String.join(" ", command), start, null);
  }

  private static long exported(PackagedJar.Service service, String format) throws Exception {
    // Once there is room, and searches know all that was journaled before the start.
    await().atMost(LONGEST).until(() -> get(few(service, format)).statusCode() == 200);
    Instant start = Instant.now();
    try (InputStream export = service.address("/v1/decisions." + format).toURL().openStream()) {
      long decisions = decisions(format, export);
      print(service == ExportsIT.service ? "EMBEDDED" : "POSTGRESQL", format, start, service);
      return decisions;
    }
  }

  private static void print(
      String database, String what, Instant start, PackagedJar.@Nullable Service service)
      throws IOException {
    System.out.printf(
        "%s, %d decisions, %s: %s in %d s%s%n",
        database,
        DECISIONS,
        SMALL.split(" ")[0],
        what,
        Duration.between(start, Instant.now()).toSeconds(),
        service == null ? "" : ", " + service.memory());
  }

  private static long decisions(String format, InputStream export) throws IOException {
    if (!format.equals("xlsx")) {
      long lines =
          new BufferedReader(new InputStreamReader(export, StandardCharsets.UTF_8)).lines().count();
      return format.equals("csv") ? lines - 1 : lines;
    }
    // Read as spreadsheet programs do, which begin at the end of the file.
    Path file = Files.createTempFile("redress", ".xlsx");
    Files.copy(export, file, StandardCopyOption.REPLACE_EXISTING);
    try (ZipFile workbook = new ZipFile(file.toFile())) {
      long rows = 0;
      for (ZipEntry part : Collections.list(workbook.entries())) {
        rows += part.getName().startsWith("xl/worksheets/sheet") ? rows(workbook, part) : 0;
      }
      return rows;
    } finally {
      Files.delete(file);
    }
  }

  /** Without the row of names. */
  private static long rows(ZipFile workbook, ZipEntry sheet) throws IOException {
    try (Scanner parts = new Scanner(workbook.getInputStream(sheet), StandardCharsets.UTF_8)) {
      return parts.useDelimiter("<row ").tokens().count() - 2;
    }
  }

  @Test
  void slowReadersOfOneCallerHoldNothingThatAnotherNeeds() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < SHARE; i++) {
        slow.add(begun(i % 2 == 0 ? "ndjson" : "csv"));
      }
      Response next = get(address("csv"));
      assertThat(next.statusCode()).isEqualTo(429);
      assertThat(next.contentType()).isEqualTo("application/problem+json");
      assertThat(next.header("Retry-After")).isEqualTo("1");
      await().until(() -> connectionsInUse() == 0);
      assertThat(decide()).isEqualTo(200);
      Response another =
          given().header("Authorization", "Bearer " + temporaryKey()).get(address("csv"));
      assertThat(another.statusCode()).isEqualTo(200);
      assertThat(another.asString().lines().count() - 1).isEqualTo(all());
      slow.get(0).close();
      await().until(() -> get(few(service, "csv")).statusCode() == 200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void whoReadsNothingAtAllIsCutOff() throws Exception {
    long before = cutOff();
    try (Socket stalled = begun("ndjson")) {
      await().until(() -> cutOff() > before);
      stalled.setSoTimeout((int) Patience.LIMIT.toMillis());
      byte[] rest = new byte[1 << 16];
      assertThatThrownBy(
              () -> {
                int read = 0;
                while (read >= 0) {
                  read = stalled.getInputStream().read(rest);
                }
                throw new EOFException("closed");
              })
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(SocketTimeoutException.class);
    }
    await().until(() -> connectionsInUse() == 0);
  }

  private static long cutOff() throws IOException {
    return Files.readString(service.output())
        .lines()
        .filter(line -> line.contains("has read nothing for 15 s"))
        .count();
  }

  /** The key of the start-up warning, which makes another caller. */
  private static String temporaryKey() throws IOException {
    Matcher key = Pattern.compile("redress_[\\w-]+").matcher(Files.readString(service.output()));
    assertThat(key.find()).isTrue();
    return key.group();
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

  private static URI few(PackagedJar.Service service, String format) {
    return service.address("/v1/decisions." + format + "?disputeId=few");
  }
}
