package io.redress;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * What changes a service besides its decisions: rule sets are uploaded and activated, personal data
 * destroyed, old entries cut. All that was acknowledged is recorded.
 */
final class Changes {
  /** What is acknowledged. */
  enum Kind {
    UPLOAD,
    /** A rule set decides beside the active one. */
    SHADOW,
    ACTIVATION,
    DESTRUCTION,
    CUT,
    /** Facts of the seller's own, by which the decision with which they are stored is found. */
    PROJECTION
  }

  /** A kill hits what was acknowledged so shortly before. */
  private static final Duration SHORTLY = Duration.ofMillis(100);

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int SOME = 20;

  private final Clients clients;
  private final Set<String> uploaded = ConcurrentHashMap.newKeySet();
  private final Queue<String> activated = new ConcurrentLinkedQueue<>();
  private final Queue<String> shadowed = new ConcurrentLinkedQueue<>();
  private final Set<String> tried = ConcurrentHashMap.newKeySet();
  private final Set<String> destroyed = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> cuts = new ConcurrentHashMap<>();

  /** The last answer to an upload or activation that was not made, so that a failure says why. */
  private volatile String refused = "nothing";

  private final Map<Kind, Integer> acknowledged = new EnumMap<>(Kind.class);
  private final Map<Kind, Long> last = new EnumMap<>(Kind.class);
  private final Map<Kind, Integer> hit = new EnumMap<>(Kind.class);

  /**
   * @param clients whose decisions have facts of their own, and lose their personal data
   */
  Changes(Clients clients) {
    this.clients = clients;
  }

  /** Versions of the rule sets whose upload was acknowledged. */
  Set<String> uploaded() {
    return uploaded;
  }

  /** Versions of the rule sets whose activation was acknowledged. */
  List<String> activated() {
    return List.copyOf(activated);
  }

  /** Ids of the shadows whose start was acknowledged. */
  List<String> shadowed() {
    return List.copyOf(shadowed);
  }

  /** Disputes whose personal data were acknowledged to be destroyed. */
  Set<String> destroyed() {
    return destroyed;
  }

  /** The last cut of each chain that is in the audit log. */
  Map<String, Long> cuts() {
    return cuts;
  }

  /** How many kills came right after an acknowledgement of a kind. */
  int hit(Kind kind) {
    return hit.getOrDefault(kind, 0);
  }

  synchronized int acknowledged(Kind kind) {
    return kind == Kind.PROJECTION
        ? clients.acknowledged().size()
        : acknowledged.getOrDefault(kind, 0);
  }

  private synchronized void acknowledge(Kind kind) {
    acknowledged.merge(kind, 1, Integer::sum);
    last.put(kind, System.nanoTime());
  }

  /** Waits until one more of a kind is acknowledged; at least one destruction is, too. */
  void awaitNext(Kind kind, PackagedJar.Service service) {
    int before = acknowledged(kind);
    try {
      await()
          .pollInterval(Duration.ofMillis(2))
          .until(() -> acknowledged(kind) > before || !service.process().isAlive());
    } catch (ConditionTimeoutException never) {
      throw new AssertionError("No " + kind + " was acknowledged. Last refused: " + refused, never);
    }
  }

  /** Counts what is hit by a kill that comes now. */
  synchronized void hitNow() {
    long now = System.nanoTime();
    if (!clients.acknowledged().isEmpty()) {
      last.put(Kind.PROJECTION, clients.lastAcknowledged());
    }
    last.forEach(
        (kind, time) -> {
          if (now - time < SHORTLY.toNanos()) {
            hit.merge(kind, 1, Integer::sum);
          }
        });
    last.clear();
  }

  /** Uploads, activates and destroys until {@link Running#stop}, or until the service is gone. */
  Running start(PackagedJar.Service service) {
    return new Running(service);
  }

  /** Waits until the audit log tells of a cut of which it did not tell before. */
  void awaitCut(PackagedJar.Service service) {
    await().pollInterval(Duration.ofMillis(2)).until(() -> hasNewCut(service));
  }

  /**
   * Waits until the audit log has all cuts that it ever showed. A kill undoes a cut that was not on
   * the disk yet, and retention makes it again.
   */
  void awaitCuts(PackagedJar.Service service) {
    await()
        .until(
            () -> {
              Response log = lastCut(service);
              return cuts.entrySet().stream()
                  .allMatch(
                      cut ->
                          cut.getKey().equals(log.path("[0].subject"))
                              && cut.getValue() <= through(log));
            });
  }

  private static Response lastCut(PackagedJar.Service service) {
    return given().get(service.address("/v1/audit?what=JOURNAL_CUT&size=1"));
  }

  private static long through(Response log) {
    return ((Number) log.path("[0].details.through")).longValue();
  }

  private boolean hasNewCut(PackagedJar.Service service) {
    try {
      Response log = lastCut(service);
      String chain = log.path("[0].subject");
      if (log.statusCode() != OK || chain == null) {
        return false;
      }
      long through = through(log);
      boolean fresh = cuts.getOrDefault(chain, 0L) < through;
      if (fresh) {
        cuts.put(chain, through);
        acknowledge(Kind.CUT);
      }
      return fresh;
    } catch (Exception notYet) {
      return false;
    }
  }

  /** Clients at work. */
  final class Running {
    private final PackagedJar.Service service;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Thread> threads;

    private Running(PackagedJar.Service service) {
      this.service = service;
      this.threads =
          Stream.<Step>of(this::uploadAndActivate, this::destroySome)
              .map(step -> new Thread(() -> repeat(step)))
              .toList();
      threads.forEach(Thread::start);
    }

    /** A request, or some. */
    @FunctionalInterface
    private interface Step {
      void run() throws Exception;
    }

    private void repeat(Step step) {
      try {
        while (!stopped.get()) {
          step.run();
        }
      } catch (Exception killed) {
        // Without an answer nothing is acknowledged.
      }
    }

    private void uploadAndActivate() throws IOException {
      Response sent =
          given()
              .multiPart("file", "promises.xlsx", EditedRules.remarked("" + UUID.randomUUID()))
              .post(service.address("/v1/rulesets"));
      if (sent.statusCode() == CREATED || sent.statusCode() == OK) {
        String version = sent.path("version");
        uploaded.add(version);
        acknowledge(Kind.UPLOAD);
        shadow(version);
        String activation = "/v1/rulesets/" + version + "/activate";
        Response answer = given().post(service.address(activation));
        if (answer.statusCode() == OK) {
          acknowledge(Kind.ACTIVATION);
          String before = activated.isEmpty() ? null : activated().get(activated.size() - 1);
          activated.add(version);
          if (before != null && !before.equals(version)) {
            shadow(before);
          }
        } else {
          refused = answer.asString();
        }
      } else {
        refused = sent.asString();
      }
    }

    /** What was uploaded, until it is activated; then what was active before. */
    private void shadow(String version) {
      Response answer =
          given()
              .contentType("application/json")
              .body("{\"version\": \"" + version + "\"}")
              .put(service.address("/v1/shadow"));
      if (answer.statusCode() == OK) {
        shadowed.add(answer.path("id"));
        acknowledge(Kind.SHADOW);
      } else {
        refused = answer.asString();
      }
    }

    private void destroySome() throws InterruptedException {
      List<String> next =
          clients.acknowledged().values().stream().filter(tried::add).limit(SOME).toList();
      for (String dispute : next) {
        Response answer =
            given().delete(service.address("/v1/disputes/" + dispute + "/personal-data"));
        if (answer.statusCode() == OK) {
          destroyed.add(dispute);
          acknowledge(Kind.DESTRUCTION);
        }
      }
      Thread.sleep(SOME);
    }

    void stop() throws InterruptedException {
      stopped.set(true);
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }
}
