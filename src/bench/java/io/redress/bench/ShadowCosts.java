package io.redress.bench;

import io.redress.PackagedJar;
import io.redress.console.rulesets.Candidates;
import io.redress.journal.write.NewEntry;
import io.redress.journal.write.RealDecisions;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Measures what a shadow takes of the throughput: batches are decided by the packaged service as
 * fast as it can, in rounds without and with a shadow, one after the other. What is compared is the
 * median of the pairs, so that other work on the machine does not matter much.
 */
public final class ShadowCosts {
  private static final int DECISIONS = 5_000;
  private static final int BATCHES_AT_ONCE = 3;
  private static final int WARM_UP = 4;
  private static final Duration REPLICA_DELAY = Duration.ofSeconds(3);

  private final PackagedJar.Service service;
  private final byte[] lines;

  private ShadowCosts(PackagedJar.Service service, byte[] lines) {
    this.service = service;
    this.lines = lines;
  }

  /** Arguments: how many pairs of rounds, and how many seconds each round takes. */
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    Duration time = Duration.ofSeconds(Integer.parseInt(args[1]));
    byte[] lines =
        new RealDecisions(1)
            .entries(DECISIONS).stream()
                .map(NewEntry::decided)
                .map(decided -> decided.facts())
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    try (var service =
        PackagedJar.serve(Map.of("REDRESS_DATA_DIR", PackagedJar.activatedData().toString()))) {
      new ShadowCosts(service, lines).measure(rounds, time);
    }
  }

  private void measure(int rounds, Duration time) throws Exception {
    String candidate = Candidates.sevenPercent(api(), "Seven percent in peak season");
    for (int i = 0; i < WARM_UP; i++) {
      shadow(candidate, i % 2 == 1);
      perSecond(time);
    }
    List<Double> kept = new ArrayList<>();
    System.out.printf("%12s %12s %10s%n", "without /s", "with /s", "with, %");
    for (int round = 0; round < rounds; round++) {
      // Each second pair begins with the shadow, so that a drift favours neither.
      boolean first = round % 2 == 1;
      shadow(candidate, first);
      double one = perSecond(time);
      shadow(candidate, !first);
      double other = perSecond(time);
      double with = first ? one : other;
      double without = first ? other : one;
      kept.add(with / without);
      System.out.printf("%12.0f %12.0f %10.1f%n", without, with, 100 * with / without);
    }
    JsonPath shown = api().get("/v1/shadow").jsonPath();
    Collections.sort(kept);
    System.out.printf(
        "median of %d pairs: %.1f%% of the throughput stays (quartiles %.1f%% and %.1f%%)%n",
        rounds,
        100 * kept.get(rounds / 2),
        100 * kept.get(rounds / 4),
        100 * kept.get(3 * rounds / 4));
    System.out.printf(
        "last shadow: %d compared, %d dropped, %d failed%n",
        shown.getLong("compared"), shown.getLong("dropped"), shown.getLong("failed"));
  }

  private RequestSpecification api() {
    return RestAssured.given().baseUri(service.address("").toString());
  }

  private void shadow(String candidate, boolean wanted) throws InterruptedException {
    if (wanted) {
      api()
          .contentType("application/json")
          .body("{\"version\": \"" + candidate + "\"}")
          .put("/v1/shadow")
          .then()
          .statusCode(200);
    } else {
      api().delete("/v1/shadow");
    }
    Thread.sleep(REPLICA_DELAY.toMillis());
  }

  /** Decisions in a second, all of them stored. */
  private double perSecond(Duration time) throws InterruptedException {
    AtomicLong decided = new AtomicLong();
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> clients = new ArrayList<>();
    long begun = System.nanoTime();
    for (int i = 0; i < BATCHES_AT_ONCE; i++) {
      Thread client = new Thread(() -> decide(decided, over));
      clients.add(client);
      client.start();
    }
    Thread.sleep(time.toMillis());
    double perSecond = decided.get() * 1e9 / (System.nanoTime() - begun);
    over.set(true);
    for (Thread client : clients) {
      client.join();
    }
    return perSecond;
  }

  private void decide(AtomicLong decided, AtomicBoolean over) {
    try {
      while (!over.get()) {
        decideBatch(decided, over);
      }
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Over a plain socket: answers have to be read while lines are still being sent. */
  private void decideBatch(AtomicLong decided, AtomicBoolean over) throws IOException {
    try (Socket socket = new Socket("localhost", service.port())) {
      Thread writer = new Thread(() -> send(socket));
      writer.start();
      InputStream answers = socket.getInputStream();
      byte[] buffer = new byte[1 << 16];
      boolean closed = false;
      for (int read = answers.read(buffer); read >= 0 && !over.get(); ) {
        for (int i = 0; i < read; i++) {
          if (buffer[i] == '\n' && closed) {
            decided.incrementAndGet();
          }
          closed = buffer[i] == '}';
        }
        read = answers.read(buffer);
      }
    }
  }

  private void send(Socket socket) {
    String head =
        "POST /v1/decide/batch HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/x-ndjson\r\nContent-Length: "
            + lines.length
            + "\r\n\r\n";
    try {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(lines);
      out.flush();
    } catch (IOException over) {
      // The round has ended.
    }
  }
}
