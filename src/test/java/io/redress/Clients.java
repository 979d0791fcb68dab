package io.redress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Clients that ask for decisions, one after the other each, and record the answers. */
final class Clients {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final int OK = 200;
  private static final Set<Integer> REFUSED = Set.of(429, 503);

  /**
   * One dispute to be decided.
   *
   * @param key null when it may be decided again should it be sent again
   */
  private record Request(String disputeId, @Nullable String key) {}

  /** How a request ended. */
  private enum End {
    ANSWERED,
    REFUSED,
    BROKEN_OFF
  }

  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicLong lastAcknowledged = new AtomicLong();
  private final Map<UUID, String> acknowledged = new ConcurrentHashMap<>();
  private final Queue<Request> unanswered = new ConcurrentLinkedQueue<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final Queue<Duration> answeredIn = new ConcurrentLinkedQueue<>();
  private final Queue<Duration> refusedIn = new ConcurrentLinkedQueue<>();
  private final String prefix = UUID.randomUUID() + ":";
  private final String moreFacts;

  Clients() {
    this("");
  }

  /**
   * @param moreFacts members of each dispute, each with a comma after it
   */
  Clients(String moreFacts) {
    this.moreFacts = moreFacts;
  }

  /**
   * Asks with so many clients at once until {@link Running#stop}.
   *
   * @param pause between an answer and the next request of a client
   */
  Running start(PackagedJar.Service service, int clients, Duration pause) {
    return new Running(service, clients, pause);
  }

  /**
   * Sends all again that was not answered and has a key; each must be answered now, once the
   * service has room for it.
   */
  void sendAgain(PackagedJar.Service service) throws InterruptedException {
    HttpClient http = client();
    long end = System.nanoTime() + Patience.LIMIT.toNanos();
    for (Request request = unanswered.poll(); request != null; request = unanswered.poll()) {
      End ended = request.key() == null ? End.ANSWERED : send(http, service, request);
      if (ended == End.BROKEN_OFF || ended == End.REFUSED && System.nanoTime() > end) {
        wrong.add(request + " was not answered when it was sent again");
      }
    }
  }

  /** Ids of the decisions that were answered, and their disputes. */
  Map<UUID, String> acknowledged() {
    return acknowledged;
  }

  /** When the last decision was answered, as of {@link System#nanoTime}. */
  long lastAcknowledged() {
    return lastAcknowledged.get();
  }

  /** Answers that should not have been. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  int refusals() {
    return refusals.get();
  }

  /** The time within which 99 of 100 got their decision. */
  Duration answeredWithin() {
    return percentile(answeredIn);
  }

  /** The time within which 99 of 100 refusals arrived. */
  Duration refusedWithin() {
    return percentile(refusedIn);
  }

  private static Duration percentile(Queue<Duration> durations) {
    List<Duration> sorted = durations.stream().sorted().toList();
    return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() * 99 / 100);
  }

  /** With a connection for each request under way, which HTTP/2 would share. */
  private static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  private Request next() {
    int number = requests.incrementAndGet();
    String disputeId = prefix + number;
    return new Request(disputeId, number % 2 == 0 ? disputeId : null);
  }

  private End send(HttpClient http, PackagedJar.Service service, Request request)
      throws InterruptedException {
    String facts =
        """
        {%s"disputeId": "%s", "disputeType": "NOT_RECEIVED", "reason": "LOST", "buyer": {"name": "Zoë"}}
        """
            .formatted(moreFacts, request.disputeId());
    HttpRequest.Builder post =
        HttpRequest.newBuilder(service.address("/v1/decide"))
            .timeout(Patience.LIMIT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(facts));
    Optional.ofNullable(request.key()).ifPresent(key -> post.header("Idempotency-Key", key));
    long start = System.nanoTime();
    try {
      HttpResponse<String> response = http.send(post.build(), HttpResponse.BodyHandlers.ofString());
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      return note(request, response, time);
    } catch (IOException brokenOff) {
      unanswered.add(request);
      return End.BROKEN_OFF;
    }
  }

  private End note(Request request, HttpResponse<String> response, Duration time)
      throws IOException {
    if (response.statusCode() == OK) {
      JsonNode answer = JSON.readTree(response.body());
      String before =
          acknowledged.put(
              UUID.fromString(answer.path("decisionId").textValue()), request.disputeId());
      if (before != null || !answer.path("disputeId").textValue().equals(request.disputeId())) {
        wrong.add(request + ": " + response.body());
      }
      lastAcknowledged.set(System.nanoTime());
      answeredIn.add(time);
      return End.ANSWERED;
    }
    refusals.incrementAndGet();
    refusedIn.add(time);
    unanswered.add(request);
    boolean retryAfter = response.headers().firstValue("Retry-After").isPresent();
    if (!REFUSED.contains(response.statusCode()) || !retryAfter) {
      wrong.add(request + ": " + response.statusCode() + " " + response.body());
    }
    return End.REFUSED;
  }

  /** Clients at work. */
  final class Running {
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    private Running(PackagedJar.Service service, int clients, Duration pause) {
      HttpClient http = client();
      for (int i = 0; i < clients; i++) {
        Thread thread = new Thread(() -> ask(http, service, pause));
        threads.add(thread);
        thread.start();
      }
    }

    private void ask(HttpClient http, PackagedJar.Service service, Duration pause) {
      try {
        End last = End.ANSWERED;
        while (!stopped && last != End.BROKEN_OFF) {
          last = send(http, service, next());
          Thread.sleep((last == End.REFUSED ? RETRY_AFTER : pause).toMillis());
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }

    /** Waits until each client has the end of its last request. */
    void stop() throws InterruptedException {
      stopped = true;
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }
}
