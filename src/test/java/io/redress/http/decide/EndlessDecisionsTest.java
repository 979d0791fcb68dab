package io.redress.http.decide;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.Patience;
import io.redress.intake.stream.DisputeDecider;
import io.redress.intake.stream.DisputeDecider.Decided;
import io.redress.intake.stream.DisputeDecider.EventFacts;
import io.redress.intake.stream.DisputeDecider.Outcome;
import io.redress.intake.stream.DisputeDecider.Refused;
import io.redress.lifecycle.ActiveRules;
import io.redress.rules.engine.Watchdog;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.ShippedRules;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Timeout(Patience.SECONDS)
@Tag("service")
public class EndlessDecisionsTest {
  private static volatile CountDownLatch open = new CountDownLatch(1);

  @Inject ActiveRules active;
  @Inject DisputeDecider stream;

  private RuleSet whole;

  @BeforeEach
  void keep() {
    open = new CountDownLatch(1);
    whole = active.current().orElseThrow();
  }

  @AfterEach
  void restore() {
    active.activate(whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"while (true) {}", "Thread.sleep(100000);"})
  void endlessRulesFailWhileOthersAreDecided(String consequence) {
    active.activate(ShippedRules.doing(consequence));

    CompletableFuture<Response> endless = CompletableFuture.supplyAsync(() -> decide(true));

    assertThat(decide(false).statusCode()).isEqualTo(200);
    assertThat(endless).isNotDone();
    assertFailed(endless.join());
  }

  @Test
  void unstoppableRulesAreAnsweredUntilTooManyThreadsHang() throws Exception {
    active.activate(ShippedRules.doing(EndlessDecisionsTest.class.getName() + ".hang();"));
    ExecutorService clients = Executors.newFixedThreadPool(StuckRequests.MAX_STUCK);
    try {
      assertFailed(clients.submit(() -> decide(true)).get());
      assertThat(decide(false).statusCode()).isEqualTo(200);

      List<Future<Response>> others =
          Stream.generate(() -> clients.submit(() -> decide(true)))
              .limit(StuckRequests.MAX_STUCK - 1)
              .toList();
      for (Future<Response> other : others) {
        assertFailed(other.get());
      }
      assertThat(decide(false).statusCode()).isEqualTo(503);

      open.countDown();
      while (decide(false).statusCode() == 503) {
        Thread.sleep(100);
      }
      assertThat(decide(false).statusCode()).isEqualTo(200);
    } finally {
      clients.shutdown();
    }
  }

  /** Another thread says so, and where. */
  @Test
  void unstoppableRulesEndABatchWithProblems() throws Exception {
    active.activate(ShippedRules.doing(EndlessDecisionsTest.class.getName() + ".hang();"));
    try {
      Response answer =
          given()
              .contentType("application/x-ndjson")
              .body(
                  (facts(false) + facts(true) + facts(false))
                      .replace("\n", "")
                      .replace("}}", "}}\n")
                      .getBytes(StandardCharsets.UTF_8))
              .post("/v1/decide/batch?keep=false");
      assertThat(answer.statusCode()).isEqualTo(200);
      String[] lines = answer.asString().split("\n");
      assertThat(lines).as(answer.asString()).hasSize(4);
      assertThat(lines[1]).contains("\"line\":1,", "\"resolution\":\"FULL_REFUND\"");
      assertThat(lines[2])
          .startsWith("{\"line\":2,\"problem\":{\"type\":\"urn:redress:problem:internal\"");
      assertThat(lines[3])
          .startsWith("{\"decided\":1,\"rejected\":1,\"problem\":")
          .contains("The rules never end at line 2, and lines after it were not decided.");
    } finally {
      open.countDown();
    }
    Patience.await().until(() -> Watchdog.stuck().isEmpty());
  }

  /** The thread is lost, the stream is not. */
  @Test
  void unstoppableRulesRefuseAnEventOfAStream() {
    active.activate(ShippedRules.doing(EndlessDecisionsTest.class.getName() + ".hang();"));
    try {
      assertThat(decideEvent(true))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.problem()).contains("urn:redress:problem:internal"));
      assertThat(decideEvent(false)).isInstanceOf(Decided.class);
    } finally {
      open.countDown();
    }
    Patience.await().until(() -> Watchdog.stuck().isEmpty());
  }

  private Outcome decideEvent(boolean endlessly) {
    byte[] facts = facts(endlessly).getBytes(StandardCharsets.UTF_8);
    return stream
        .decide(new EventFacts("disputes:0:1", UUID.randomUUID().toString(), facts))
        .join();
  }

  /** Others have room, too, while the searches of one caller take their time. */
  @Test
  void oneCallerGetsHalfOfTheSearches() {
    active.activate(ShippedRules.doing("while (true) {}"));
    List<CompletableFuture<Integer>> answers =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () ->
                            given()
                                .contentType("application/json")
                                .body("{\"facts\": " + facts(true) + "}")
                                .post("/v1/whatif")
                                .statusCode(),
                        task -> new Thread(task).start()))
            .limit(3)
            .toList();
    assertThat(answers)
        .extracting(CompletableFuture::join)
        .containsExactlyInAnyOrder(429, 500, 500);
  }

  /** Called by a rule; ignores interrupts. */
  public static void hang() {
    CountDownLatch gate = open;
    while (gate.getCount() > 0) {
      LockSupport.park(gate);
    }
  }

  private static void assertFailed(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.<String>path("type")).isEqualTo("urn:redress:problem:internal");
  }

  private static Response decide(boolean endlessly) {
    return given().contentType("application/json").body(facts(endlessly)).post("/v1/decide");
  }

  private static String facts(boolean endlessly) {
    return """
        {"disputeType": "NOT_RECEIVED", "reason": "LOST", "disputeId": "hangs",
         "order": {"item": "%s"}}
        """
        .formatted(endlessly ? ShippedRules.BREAKING : "dress");
  }
}
