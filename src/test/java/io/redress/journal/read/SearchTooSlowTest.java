package io.redress.journal.read;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.redress.Patience;
import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.ActiveRules;
import io.redress.platform.database.Database;
import io.redress.platform.request.LogLines;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Searches while all permits for slow queries are taken. */
@QuarkusTest
@TestProfile(SearchTooSlowTest.OwnJournal.class)
@Timeout(Patience.SECONDS)
@Tag("service")
class SearchTooSlowTest {
  /** More than the buffers between a server and a client that does not read can hold. */
  private static final int DECISIONS = 5_000;

  @Inject BoundedQueries reading;
  @Inject Database database;
  @Inject ActiveRules active;

  @TestHTTPResource("/v1/decisions.ndjson?disputeId=many")
  URI export;

  /** A data folder of its own, because the many decisions would affect other tests. */
  public static class OwnJournal implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(Hasty.class);
    }
  }

  /** Queries wait for others for three seconds instead of ten. */
  @Alternative
  @Singleton
  static class Hasty extends BoundedQueries {
    @Inject
    Hasty(Database database) {
      super(database, Duration.ofSeconds(3));
    }
  }

  @Test
  void searchIsAnsweredWithRetryAfter() throws Exception {
    for (List<String> atOnce :
        List.of(
            List.of("", ".csv", ".ndjson"), List.of("?q=a", ".xlsx", "/" + UUID.randomUUID()))) {
      try (Readers readers = new Readers()) {
        atOnce.stream()
            .map(rest -> "/v1/decisions" + rest)
            .map(path -> CompletableFuture.supplyAsync(() -> get(path), readers.threads))
            .toList()
            .forEach(answer -> assertRefused(answer.join()));
      }
    }
    assertThat(get("/v1/decisions").statusCode()).isEqualTo(200);
  }

  private static void assertRefused(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.header("Content-Disposition")).isNull();
    assertThat(answer.<String>path("type")).isEqualTo("urn:redress:problem:unavailable");
    assertThat(answer.<String>path("detail")).contains("Narrow it with from and to");
  }

  @Test
  void failedExportDoesNotEndLikeACompleteOne() throws Exception {
    new WrittenJournal(
            database,
            active.current().orElseThrow(),
            UUID.randomUUID().toString(),
            Instant.parse("2026-03-01T08:00:00Z"))
        .dresses("many", DECISIONS);
    try (LogLines log = LogLines.recording();
        Socket client = await().until(this::asked, Optional::isPresent).orElseThrow();
        Readers readers = new Readers()) {
      String rest = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(rest).contains("KEEP_TRACKING").doesNotContain("urn:redress");
      assertThat(rest).doesNotEndWith("\r\n0\r\n\r\n");
      assertThat(log.with("Response aborted"))
          .singleElement()
          .satisfies(line -> assertThat(line.text()).contains("SearchTooSlow"));
      assertThat(log.with("Request failed")).isEmpty();
    }
    assertThat(get(export).asString().lines()).hasSize(DECISIONS);
  }

  /** The export, of which no more is read than its first bytes; a busy machine may refuse it. */
  private Optional<Socket> asked() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(export.getHost(), export.getPort()));
    String request =
        "GET "
            + export.getPath()
            + "?"
            + export.getQuery()
            + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    String begin = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    if (begin.equals("HTTP/1.1 503")) {
      socket.close();
      return Optional.empty();
    }
    assertThat(begin).isEqualTo("HTTP/1.1 200");
    return Optional.of(socket);
  }

  /** Takes all permits. */
  private final class Readers implements AutoCloseable {
    private static final int MOST = 4;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch done = new CountDownLatch(1);

    Readers() throws InterruptedException {
      CountDownLatch reading = new CountDownLatch(MOST);
      for (int i = 0; i < MOST; i++) {
        threads.execute(
            () ->
                SearchTooSlowTest.this.reading.run(
                    handle -> {
                      reading.countDown();
                      return wait(done);
                    }));
      }
      reading.await();
    }

    private boolean wait(CountDownLatch done) {
      try {
        done.await();
        return true;
      } catch (InterruptedException ended) {
        throw new AssertionError(ended);
      }
    }

    @Override
    public void close() {
      done.countDown();
      threads.shutdown();
    }
  }
}
