package io.redress.http.decide;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.redress.Patience;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many disputes in one request, over real connections. */
@QuarkusTest
@TestProfile(BatchResourceTest.ShortPatience.class)
@Tag("service")
@Timeout(Patience.SECONDS)
class BatchResourceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MEBIBYTE = 1 << 20;
  private static final Path STATUS = Path.of("/proc/self/status");

  private static final String DRESS =
      "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"IN_TRANSIT\", \"delayCause\":"
          + " \"PEAK_SEASON\", \"asOf\": \"2026-11-20\", \"disputeId\": \"%s\"}\n";

  /** Facts of all kinds, and what is none, each with an id so that answers can be compared. */
  private static final List<String> VARIOUS =
      List.of(
          DRESS.formatted("various-1").strip(),
          "{\"disputeId\": \"various-2\", \"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\","
              + " \"asOf\": \"2026-03-05\", \"order\": {\"quantity\": 2, \"unitPrice\": \"12.50\","
              + " \"currency\": \"USD\", \"buyerCountry\": \"US\"}}",
          "{\"disputeId\": \"various-3\", \"disputeType\": \"NOT_AS_DESCRIBED\", \"reason\":"
              + " \"DEFECTIVE\", \"asOf\": \"2015-02-15\", \"order\": {\"quantity\": 20}, \"problem\":"
              + " {\"reportedOn\": \"2015-02-13\", \"defectiveQuantity\": 7}, \"buyer\":"
              + " {\"locale\": \"de\"}, \"evidence\": {\"types\": [\"VIDEO\"]}}",
          "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"DAMAGED\", \"order\": {\"quantity\": 0}}",
          "{\"reson\": \"LOST\"}",
          "nonsense",
          "\u0000\u0001\u0002",
          "[]",
          "{\"a\": \"" + "x".repeat(300_000) + "\"}",
          "{}");

  @TestHTTPResource("/v1/decide/batch")
  URI address;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public static class ShortPatience implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("redress.response.reading-limit", "2s");
    }
  }

  @Test
  void batchAnswersTheSameAsSingleRequests() throws Exception {
    for (String query : List.of("?keep=false", "")) {
      List<JsonNode> batch = lines(answer(query, String.join("\n\n", VARIOUS)));
      assertThat(batch.get(0).path("ruleSet").path("version").asText()).matches("[0-9a-f]{12}");
      for (int i = 0; i < VARIOUS.size(); i++) {
        ObjectNode line = (ObjectNode) batch.get(i + 1);
        // A blank line is between two disputes.
        assertThat(line.remove("line").asInt()).isEqualTo(2 * i + 1);
        JsonNode problem = line.path("problem");
        assertThat(problem.isMissingNode() ? withoutTime(line) : problem)
            .as(VARIOUS.get(i))
            .isEqualTo(alone(VARIOUS.get(i)));
        if (problem.isMissingNode()) {
          assertThat(line.path("ruleSet")).isEqualTo(batch.get(0).path("ruleSet"));
        }
      }
      assertThat(batch.get(batch.size() - 1).toString())
          .isEqualTo("{\"decided\":3,\"rejected\":7}");
    }
  }

  /** What one request gets, without what differs from time to time. */
  private static JsonNode alone(String facts) throws IOException {
    ObjectNode answer =
        (ObjectNode)
            JSON.readTree(
                given()
                    .contentType("application/json")
                    .body(facts.getBytes(StandardCharsets.UTF_8))
                    .post("/v1/decide")
                    .asString());
    answer.remove(List.of("instance"));
    return withoutTime(answer);
  }

  private static ObjectNode withoutTime(ObjectNode answer) {
    answer.remove(List.of("decisionId", "decidedAt"));
    return answer;
  }

  @Test
  void repeatedBatchIsAnsweredFromTheJournalAndGoesOn() throws Exception {
    String query = "?batch=orders-" + UUID.randomUUID();
    String id = UUID.randomUUID().toString();
    String first = DRESS.formatted(id + ":1") + DRESS.formatted(id + ":2");
    List<JsonNode> before = lines(answer(query, first));
    List<JsonNode> after = lines(answer(query, first + "\n" + DRESS.formatted(id + ":3")));
    for (int i = 1; i <= 2; i++) {
      ObjectNode again = (ObjectNode) after.get(i);
      assertThat(again.remove("replayed").asBoolean()).isTrue();
      assertThat(again).isEqualTo(before.get(i));
      assertThat(kept(id + ":" + i)).isEqualTo(1);
    }
    assertThat(after.get(3).has("replayed")).isFalse();
    assertThat(after.get(3).path("line").asInt()).isEqualTo(4);
    assertThat(kept(id + ":3")).isEqualTo(1);

    List<JsonNode> other = lines(answer(query, DRESS.formatted(id + ":other")));
    assertThat(other.get(1).at("/problem/type").asText())
        .isEqualTo("urn:redress:problem:idempotency-key-reused");
    assertThat(kept(id + ":other")).isZero();
  }

  @Test
  void nothingIsRecordedWhereNothingIsToBeKept() throws Exception {
    String id = UUID.randomUUID().toString();
    assertThat(lines(answer("?keep=false", DRESS.formatted(id)))).hasSize(3);
    assertThat(kept(id)).isZero();
  }

  private static int kept(String disputeId) {
    return given()
        .queryParam("disputeId", disputeId)
        .get("/v1/decisions")
        .jsonPath()
        .getList("$")
        .size();
  }

  @Test
  void bothDirectionsCanBeCompressed() throws Exception {
    String disputes = DRESS.formatted("packed").repeat(1_000);
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzip)) {
      out.write(disputes.getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream zstd = new ByteArrayOutputStream();
    try (OutputStream out = new ZstdOutputStream(zstd)) {
      out.write(disputes.getBytes(StandardCharsets.UTF_8));
    }
    HttpResponse<byte[]> plain = packed("identity", disputes.getBytes(StandardCharsets.UTF_8), "");
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    HttpResponse<byte[]> zipped = packed("gzip", gzip.toByteArray(), "gzip, deflate");
    assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
        .isEqualTo(plain.body());
    HttpResponse<byte[]> standard = packed("zstd", zstd.toByteArray(), "gzip, zstd;q=0.5");
    assertThat(standard.headers().firstValue("Content-Encoding")).contains("zstd");
    assertThat(new ZstdInputStream(new ByteArrayInputStream(standard.body())).readAllBytes())
        .isEqualTo(plain.body());
    assertThat(new String(plain.body(), StandardCharsets.UTF_8))
        .endsWith("{\"decided\":1000,\"rejected\":0}\n");

    for (String encoding : List.of("gzip", "zstd")) {
      HttpResponse<byte[]> foreign = packed(encoding, new byte[] {1, 2, 3, 4, 5}, "");
      assertThat(foreign.statusCode()).as(encoding).isEqualTo(400);
      byte[] whole = encoding.equals("gzip") ? gzip.toByteArray() : zstd.toByteArray();
      HttpResponse<byte[]> cut = packed(encoding, Arrays.copyOf(whole, whole.length - 6), "");
      assertThat(new String(cut.body(), StandardCharsets.UTF_8))
          .contains("The body is not complete " + encoding);
    }
    assertThat(packed("br", new byte[] {1}, "").statusCode()).isEqualTo(415);
  }

  private HttpResponse<byte[]> packed(String encoding, byte[] body, String accepted)
      throws Exception {
    HttpRequest.Builder request =
        request("?keep=false", BodyPublishers.ofByteArray(body))
            .header("Content-Encoding", encoding);
    if (!accepted.isEmpty()) {
      request.header("Accept-Encoding", accepted);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  /** As programs write it that compress in blocks, or append to what they compressed before. */
  @Test
  void allMembersOfGzipAreDecided() throws Exception {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    for (int i = 0; i < 500; i++) {
      try (OutputStream out = new GZIPOutputStream(members)) {
        out.write(DRESS.formatted("member-" + i).getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(new String(packed("gzip", members.toByteArray(), "").body(), StandardCharsets.UTF_8))
        .endsWith("{\"decided\":500,\"rejected\":0}\n");
  }

  /** Decoders have their memory outside of the heap, where no garbage collection makes room. */
  @Test
  void batchesThatFailLeaveNothingInMemory() throws Exception {
    assumeThat(STATUS).as("SKIPPED: the memory of a process is known on Linux only").exists();
    ByteArrayOutputStream zstd = new ByteArrayOutputStream();
    try (OutputStream out = new ZstdOutputStream(zstd).setLong(23)) {
      out.write(new byte[9 * MEBIBYTE]);
    }
    byte[] cut = Arrays.copyOf(zstd.toByteArray(), zstd.size() - 6);
    assertThat(packed("zstd", cut, "zstd").statusCode()).isEqualTo(400);
    long before = resident();
    for (int i = 0; i < 100; i++) {
      assertThat(packed("zstd", cut, "zstd").statusCode()).isEqualTo(400);
    }
    assertThat(resident() - before).as("MiB, of 800 that were needed").isLessThan(400);
  }

  /** The memory of this process, in MiB. */
  private static long resident() throws IOException {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void foreignTextIsRefusedBeforeTheFirstAnswer() throws Exception {
    byte[] foreign = DRESS.formatted("x").getBytes(StandardCharsets.UTF_16);
    HttpResponse<String> answer = answer("?keep=false", BodyPublishers.ofByteArray(foreign));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("The input is UTF-16. Save it as UTF-8.");
  }

  @Test
  void lineOfAHundredMegabytesIsRefusedAndTheNextOneDecided() throws Exception {
    List<JsonNode> lines =
        lines(
            answer(
                "?keep=false",
                BodyPublishers.concat(
                    endless(100), BodyPublishers.ofString("\n" + DRESS.formatted("x")))));
    assertThat(lines.get(1).at("/problem/status").asInt()).isEqualTo(413);
    assertThat(lines.get(2).path("resolution").asText()).isEqualTo("KEEP_TRACKING");
  }

  @Test
  void lineWithoutEndEndsTheBatch() throws Exception {
    List<JsonNode> lines =
        lines(
            answer(
                "?keep=false",
                BodyPublishers.concat(
                    BodyPublishers.ofString(DRESS.formatted("x")), endless(257))));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(2).path("decided").asInt()).isEqualTo(1);
    assertThat(lines.get(2).at("/problem/detail").asText())
        .startsWith("Line 2 is longer than 256 MiB.");
  }

  private static BodyPublisher endless(int mebibytes) {
    byte[] part = new byte[MEBIBYTE];
    Arrays.fill(part, (byte) 'x');
    return BodyPublishers.ofByteArrays(Collections.nCopies(mebibytes, part));
  }

  @Test
  void whatAParameterCannotBeIsSaid() throws Exception {
    for (String query : List.of("?keep=maybe", "?keep=false&batch=a", "?batch=a%20b")) {
      assertThat(answer(query, "").statusCode()).as(query).isEqualTo(400);
    }
  }

  @Test
  void eachLineIsAnsweredWhileTheClientGoesOn() throws Exception {
    try (Socket socket = open("?keep=true")) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (int i = 1; i <= 3; i++) {
        send(DRESS.formatted("talk"), socket);
        String line = in.readLine();
        while (!line.startsWith("{\"line\":" + i + ",")) {
          line = in.readLine();
        }
        assertThat(line).contains("\"resolution\":\"KEEP_TRACKING\"");
      }
    }
  }

  @Test
  void clientThatReadsNothingIsGivenUpAndOthersHaveRoom() throws Exception {
    List<Socket> greedy = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        greedy.add(open("?keep=false"));
        send(DRESS.formatted("greedy"), greedy.get(i));
        assertThat(greedy.get(i).getInputStream().read()).isEqualTo('H');
      }
      assertThat(answer("?keep=false", DRESS.formatted("more")).statusCode()).isEqualTo(429);
      String many = DRESS.formatted("greedy").repeat(1_000);
      for (Socket socket : greedy) {
        assertThat(isCutOff(socket, many)).isTrue();
      }
      await().until(() -> answer("?keep=false", DRESS.formatted("more")).statusCode() == 200);
    } finally {
      for (Socket socket : greedy) {
        socket.close();
      }
    }
  }

  /** Sends until the service closes the connection. */
  private static boolean isCutOff(Socket socket, String disputes) throws IOException {
    try {
      for (int i = 0; i < 1_000; i++) {
        send(disputes, socket);
      }
      return false;
    } catch (SocketException closed) {
      return true;
    }
  }

  private Socket open(String query) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
    String head =
        "POST /v1/decide/batch%s HTTP/1.1\r\nHost: localhost:%d\r\nContent-Type:"
            + " application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";
    socket
        .getOutputStream()
        .write(head.formatted(query, address.getPort()).getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static void send(String text, Socket socket) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
    chunk.writeBytes(bytes);
    chunk.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().write(chunk.toByteArray());
  }

  private HttpRequest.Builder request(String query, BodyPublisher body) {
    return HttpRequest.newBuilder(URI.create(address + query))
        .header("Content-Type", "application/x-ndjson")
        .POST(body);
  }

  private HttpResponse<String> answer(String query, BodyPublisher body) throws Exception {
    return client.send(request(query, body).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> answer(String query, String body) throws Exception {
    return answer(query, BodyPublishers.ofString(body));
  }

  /** The lines of an answer. */
  private static List<JsonNode> lines(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/x-ndjson");
    List<JsonNode> lines = new ArrayList<>();
    for (String line : answer.body().split("\n")) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
