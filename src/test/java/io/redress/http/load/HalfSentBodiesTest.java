package io.redress.http.load;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redress.Patience;
import io.redress.http.gate.Protected;
import io.redress.platform.request.LogLines;
import io.redress.security.access.KeyCache;
import io.redress.security.access.KeySpec;
import io.redress.security.access.KeyStore;
import io.redress.security.access.Role;
import io.redress.security.audit.Actor;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One caller begins many requests and ends none; another one must not notice. */
@QuarkusTest
@TestProfile(Protected.class)
@Tag("service")
@Timeout(Patience.SECONDS)
class HalfSentBodiesTest {
  private static final String FACTS = "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}";

  /** More than there are slots, and more than there are threads. */
  private static final int MANY = 400;

  @TestHTTPResource("/")
  URI address;

  @Inject KeyStore store;
  @Inject KeyCache ring;
  @Inject MeterRegistry metrics;
  @Inject RequestBodies bodies;
  private final List<Socket> sockets = new ArrayList<>();
  private String greedy = "";
  private String other = "";

  @BeforeEach
  void addKeys() {
    greedy = key("Greedy");
    other = key("Other");
  }

  private String key(String name) {
    String token =
        store
            .add(
                new KeySpec(name + UUID.randomUUID(), Set.of(Role.DECIDE, Role.EDIT), null),
                Actor.within("test"))
            .token();
    ring.refresh();
    return token;
  }

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void halfSentFactsTakeNoSlotAndAreDecidedOnceTheyAreThere() throws Exception {
    String half = FACTS.substring(0, 20);
    for (int i = 0; i < MANY; i++) {
      begin("/v1/decide", greedy, "application/json", "Content-Length: " + FACTS.length(), half);
    }
    for (int i = 0; i < 20; i++) {
      assertThat(decide(other).statusCode()).isEqualTo(200);
      assertThat(decide(greedy).statusCode()).isEqualTo(200);
    }
    for (Socket socket : sockets.subList(0, 150)) {
      send(socket, FACTS.substring(20));
    }
    for (Socket socket : sockets.subList(0, 150)) {
      assertThat(status(socket)).isEqualTo(200);
    }
  }

  @Test
  void chunkedFactsAreReadTheSameWay() throws Exception {
    String half = "%x\r\n%s\r\n".formatted(20, FACTS.substring(0, 20));
    for (int i = 0; i < MANY; i++) {
      begin("/v1/decide", greedy, "application/json", "Transfer-Encoding: chunked", half);
    }
    assertThat(decide(other).statusCode()).isEqualTo(200);
    String rest = FACTS.substring(20);
    send(sockets.get(0), "%x\r\n%s\r\n0\r\n\r\n".formatted(rest.length(), rest));
    assertThat(status(sockets.get(0))).isEqualTo(200);
  }

  @Test
  void uploadsOfOneCallerLeaveRoomForThoseOfAnother() throws Exception {
    for (int i = 0; i < MANY; i++) {
      begin(
          "/v1/rulesets",
          greedy,
          "multipart/form-data; boundary=b",
          "Content-Length: 1000000",
          "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\n");
    }
    await().until(() -> refused() == MANY - RequestBodies.MAX_LONG / 2);
    assertThat(decide(other).statusCode()).isEqualTo(200);
    assertThat(decide(greedy).statusCode()).isEqualTo(200);
    Response upload =
        given()
            .header("Authorization", "Bearer " + other)
            .multiPart("file", "no-such-table.xlsx", new byte[600_000])
            .post("/v1/rulesets");
    assertThat(upload.statusCode()).as(upload.asString()).isEqualTo(422);
    Socket last = sockets.get(sockets.size() - 1);
    String answer = new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(answer)
        .startsWith("HTTP/1.1 429")
        .containsIgnoringCase("Retry-After: 1")
        .contains("urn:redress:problem:too-many-requests")
        .contains("others need room");
    assertThat(metrics.get("redress.rejected").tag("reason", "caller").counter().count())
        .isGreaterThanOrEqualTo(MANY - RequestBodies.MAX_LONG / 2);
  }

  private long refused() throws IOException {
    long refused = 0;
    for (Socket socket : sockets) {
      refused += socket.getInputStream().available() > 0 ? 1 : 0;
    }
    return refused;
  }

  @Test
  void bodiesOfEachFormAreRead() throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(FACTS.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(
            given()
                .header("Authorization", "Bearer " + other)
                .header("Content-Encoding", "gzip")
                .contentType("application/json")
                .body(zipped.toByteArray())
                .post("/v1/decide")
                .statusCode())
        .isEqualTo(200);
    begin(
        "/v1/decide",
        other,
        "application/json",
        "Expect: 100-continue\r\nContent-Length: " + FACTS.length(),
        "");
    Socket patient = sockets.get(0);
    assertThat(new String(patient.getInputStream().readNBytes(25), StandardCharsets.US_ASCII))
        .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
    send(patient, FACTS);
    assertThat(status(patient)).isEqualTo(200);
  }

  @Test
  void tooLongFactsAreRefusedAtOnce() throws Exception {
    String spaces = " ".repeat(RequestBodies.MAX_IN_MEMORY);
    begin("/v1/decide", other, "application/json", "Content-Length: 1000000", "");
    assertThat(status(sockets.get(0))).isEqualTo(413);
    String chunk = "%x\r\n%s\r\n".formatted(spaces.length() + 10, spaces + " ".repeat(10));
    begin("/v1/decide", other, "application/json", "Transfer-Encoding: chunked", chunk);
    assertThat(status(sockets.get(1))).isEqualTo(413);
  }

  /** Who has no key can still send bodies to the sign-in page, also from many addresses. */
  @Test
  void strangersOfManyAddressesLeaveMemoryForKeys() throws Exception {
    Map<String, String> cookies = given().get("/sign-in").cookies();
    for (int i = 0; i < 300; i++) {
      Socket socket =
          new Socket(
              address.getHost(),
              address.getPort(),
              InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (1 + i % 100)}),
              0);
      sockets.add(socket);
      try {
        send(
            socket,
            form("/sign-in", cookies, "Content-Length: 262000") + "key=" + "a".repeat(250_000));
      } catch (SocketException refused) {
        assertThat(i).isPositive();
      }
    }
    Response decided =
        given()
            .header("Authorization", "Bearer " + other)
            .contentType("application/json")
            .body(FACTS + " ".repeat(200_000))
            .post("/v1/decide");
    assertThat(decided.statusCode()).as(decided.asString()).isEqualTo(200);
  }

  @Test
  void strangersAreSentAwayBeforeTheirBodyIsThere() throws Exception {
    Map<String, String> cookies = given().get("/sign-in").cookies();
    for (String length : List.of("Content-Length: 1000", "Content-Length: 1000000")) {
      Socket socket = new Socket(address.getHost(), address.getPort());
      sockets.add(socket);
      send(socket, form("/decide", cookies, length) + "a");
      assertThat(status(socket)).isIn(303, 401, 405);
    }
    Socket socket = new Socket(address.getHost(), address.getPort());
    sockets.add(socket);
    send(socket, form("/sign-in", cookies, "Content-Length: 1000000") + "a");
    assertThat(status(socket)).isEqualTo(413);
  }

  private static String form(String path, Map<String, String> cookies, String length) {
    return "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nCookie: redress-session=%s; redress-csrf=%s\r\nX-CSRF-Token: %s\r\n%s\r\n\r\n"
        .formatted(
            path,
            cookies.get("redress-session"),
            cookies.get("redress-csrf"),
            cookies.get("redress-csrf"),
            length);
  }

  @Test
  void wrongKeyAtTheSignInPageIsNoInternalError() {
    for (String wrong : List.of("Basic eDp5", "Bearer redress_wrong", "Bearer a.b.c")) {
      Response answer =
          given().redirects().follow(false).header("Authorization", wrong).get("/sign-in");
      assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 303, 401);
    }
  }

  /** While their key is looked up, they leave. */
  @Test
  void strangersWhoLeaveKeepNothing() throws Exception {
    for (int i = 0; i < MANY; i++) {
      String unknown = "redress_%012x_%s".formatted(i, "a".repeat(43));
      try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        send(
            socket,
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + unknown
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 100\r\n\r\nkey=");
      }
    }
    await().until(() -> bodies.held() == 0);
    assertThat(decide(other).statusCode()).isEqualTo(200);
  }

  @Test
  void addressesOfOneNetworkAreOneCaller() throws Exception {
    String first = InetAddress.getByName("2001:db8:0:1::5").getHostAddress();
    String second = InetAddress.getByName("2001:db8:0:1:ffff::").getHostAddress();
    String other = InetAddress.getByName("2001:db8:0:2::5").getHostAddress();
    assertThat(RequestSlots.network(first)).isEqualTo(RequestSlots.network(second));
    assertThat(RequestSlots.network(first)).isNotEqualTo(RequestSlots.network(other));
    assertThat(RequestSlots.network("192.0.2.1")).isEqualTo("192.0.2.1");
  }

  @Test
  void longUploadsAreInvited() throws Exception {
    begin(
        "/v1/rulesets",
        other,
        "multipart/form-data; boundary=b",
        "Expect: 100-continue\r\nContent-Length: 1000000",
        "");
    assertThat(
            new String(sockets.get(0).getInputStream().readNBytes(25), StandardCharsets.US_ASCII))
        .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
  }

  @Test
  void uploadsOfClientsThatLeaveAreNoErrors() throws Exception {
    try (LogLines lines = LogLines.recording()) {
      begin(
          "/v1/rulesets",
          other,
          "multipart/form-data; boundary=b",
          "Content-Length: 1000000",
          "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\n");
      await().until(() -> bodies.held() > 0);
      sockets.get(0).close();
      await().until(() -> bodies.held() == 0);
      assertThat(lines.all().filter(line -> line.text().startsWith("ERROR"))).isEmpty();
    }
  }

  @Test
  void wrongKeyIsRefusedBeforeTheBodyIsThere() throws Exception {
    begin("/v1/decide", "redress_wrong", "application/json", "Content-Length: 100", "{");
    assertThat(status(sockets.get(0))).isEqualTo(401);
  }

  private void begin(String path, String key, String type, String length, String body)
      throws IOException {
    Socket socket = new Socket(address.getHost(), address.getPort());
    socket.setSoTimeout((int) Duration.ofSeconds(Patience.SECONDS).toMillis());
    sockets.add(socket);
    send(
        socket,
        "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n%s\r\n\r\n%s"
            .formatted(path, key, type, length, body));
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static int status(Socket socket) throws IOException {
    String begin = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    assertThat(begin).startsWith("HTTP/1.1 ");
    return Integer.parseInt(begin.substring(9));
  }

  private static Response decide(String key) {
    return given()
        .header("Authorization", "Bearer " + key)
        .contentType("application/json")
        .body(FACTS)
        .post("/v1/decide");
  }
}
