package io.redress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/**
 * Changes the rules again and again while clients ask for decisions, and shows what that costs.
 *
 * <p>Each swap sends a changed workbook and a letter that names the swap, and activates them. Every
 * answer must be that of the version it states. {@code mvn -Psoak verify} swaps 500 times.
 */
class RuleSetSoakIT {
  private static final int SWAPS = Integer.getInteger("redress.soak.swaps", 10);
  private static final int CLIENTS = 2;
  private static final int SAMPLES = Math.min(10, SWAPS / 2);

  /** Of the memory in the first half; what is kept for good would be many times as much. */
  private static final double MAX_GROWTH = 1.25;

  private static final String DRESS =
      """
      {"disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON",
       "disputeId": "dress-1", "asOf": "2014-12-10"}
      """;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> closings = new ConcurrentHashMap<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicLong decisions = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final List<Long> liveAfter = new ArrayList<>();
  private final List<Memory> memory = new ArrayList<>();
  private volatile boolean ended;

  @Test
  void everyAnswerIsThatOfItsVersionAndNothingPilesUp() throws Exception {
    try (var service = PackagedJar.serve()) {
      ObjectNode expected = decide(service);
      closings.put(version(expected), "Kind regards,");
      List<Thread> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(new Thread(() -> decideUntilTheEnd(service, neutral(expected))));
      }
      clients.forEach(Thread::start);
      for (int swap = 1; swap <= SWAPS; swap++) {
        swap(service, swap);
        if (swap % Math.max(1, SWAPS / SAMPLES) == 0) {
          memory.add(Memory.of(service, swap));
        }
      }
      ended = true;
      for (Thread client : clients) {
        client.join();
      }
    }
    System.out.println(figures());
    assertThat(wrong).isEmpty();
    assertThat(decisions.get()).isGreaterThan(SWAPS);
    assertThat(refused.get()).isLessThan(decisions.get() / 100);
    // A sample also has what the clients are being answered with, so the smallest ones count.
    int half = memory.size() / 2;
    List<Memory> before = memory.subList(0, half);
    List<Memory> after = memory.subList(half, memory.size());
    assertThat(smallest(after, Memory::heap))
        .isLessThan((long) (smallest(before, Memory::heap) * MAX_GROWTH));
    assertThat(smallest(after, Memory::metaspace))
        .isLessThan((long) (smallest(before, Memory::metaspace) * MAX_GROWTH));
  }

  private static long smallest(List<Memory> samples, ToLongFunction<Memory> part) {
    return samples.stream().mapToLong(part).min().orElseThrow();
  }

  private void swap(PackagedJar.Service service, int swap) throws IOException {
    String closing = "Kind regards (" + swap + "),";
    String letters = Files.readString(Path.of("rules/letters/en.txt"));
    byte[] changed = letters.replace("Kind regards,", closing).getBytes(StandardCharsets.UTF_8);
    byte[] workbook = EditedRules.remarked("swap " + swap);
    long start = System.nanoTime();
    Response candidate =
        given()
            .port(service.port())
            .multiPart("file", "promises.xlsx", workbook)
            .multiPart("file", "letters/en.txt", changed)
            .multiPart("comment", "swap " + swap)
            .post("/v1/rulesets");
    String version = candidate.jsonPath().getString("version");
    closings.put(version, closing);
    Response activated = given().port(service.port()).post("/v1/rulesets/" + version + "/activate");
    liveAfter.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
    assertThat(activated.statusCode()).as(activated.asString()).isEqualTo(200);
  }

  private void decideUntilTheEnd(PackagedJar.Service service, JsonNode expected) {
    while (!ended) {
      try {
        ObjectNode answer = decide(service);
        String closing = closings.get(version(answer));
        String body = answer.at("/letter/body").textValue();
        if (closing == null || !body.contains(closing) || !neutral(answer).equals(expected)) {
          wrong.add(answer.toString());
        }
      } catch (IOException | InterruptedException | RuntimeException failed) {
        wrong.add(failed.toString());
      }
      decisions.incrementAndGet();
    }
  }

  private ObjectNode decide(PackagedJar.Service service) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.address("/v1/decide"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(DRESS))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    // A busy machine may not keep a decision in time; clients ask again.
    while (response.statusCode() == 503
        && response.headers().firstValue("Retry-After").isPresent()) {
      refused.incrementAndGet();
      response = http.send(request, HttpResponse.BodyHandlers.ofString());
    }
    if (response.statusCode() != 200) {
      throw new IOException(response.statusCode() + " " + response.body());
    }
    return (ObjectNode) JSON.readTree(response.body());
  }

  private static String version(JsonNode answer) {
    return answer.at("/ruleSet/version").textValue();
  }

  /** The answer but for what makes each one, and each version's, its own. */
  private static JsonNode neutral(ObjectNode answer) {
    ObjectNode neutral = answer.deepCopy();
    neutral.remove(List.of("decisionId", "decidedAt", "ruleSet"));
    ObjectNode letter = (ObjectNode) neutral.get("letter");
    letter.put("body", letter.get("body").textValue().replaceFirst(" \\([0-9]+\\),", ","));
    return neutral;
  }

  private String figures() {
    Collections.sort(liveAfter);
    StringBuilder figures = new StringBuilder();
    figures.append(
        "%d swaps, %d decisions meanwhile, %d failed or wrong, %d refused; upload to live: median %d ms, p99 %d ms%n"
            .formatted(
                SWAPS,
                decisions.get(),
                wrong.size(),
                refused.get(),
                liveAfter.get(liveAfter.size() / 2),
                liveAfter.get(liveAfter.size() * 99 / 100)));
    memory.forEach(one -> figures.append(one).append(System.lineSeparator()));
    return figures.toString();
  }

  /** What the service uses after a garbage collection, in bytes. */
  private record Memory(int swaps, long heap, long metaspace) {
    static Memory of(PackagedJar.Service service, int swaps) throws Exception {
      String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
      String pid = Long.toString(service.process().pid());
      for (int collection = 0; collection < 2; collection++) {
        new ProcessBuilder(jcmd, pid, "GC.run")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
      }
      String metrics = given().port(service.port()).get("/q/metrics").asString();
      return new Memory(swaps, sum(metrics, "area=\"heap\""), sum(metrics, "id=\"Metaspace\""));
    }

    private static long sum(String metrics, String label) {
      return metrics
          .lines()
          .filter(line -> line.startsWith("jvm_memory_used_bytes") && line.contains(label))
          .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    }

    @Override
    public String toString() {
      return "after %4d swaps: heap %4d MB, metaspace %4d MB"
          .formatted(swaps, heap >> 20, metaspace >> 20);
    }
  }
}
