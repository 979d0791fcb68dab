package io.redress.http.decide;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.Patience;
import io.redress.lifecycle.ActiveRules;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.ShippedRules;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
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
  private static final CountDownLatch OPEN = new CountDownLatch(1);

  @Inject ActiveRules active;

  private RuleSet whole;

  @BeforeEach
  void keep() {
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

      OPEN.countDown();
      while (decide(false).statusCode() == 503) {
        Thread.sleep(100);
      }
      assertThat(decide(false).statusCode()).isEqualTo(200);
    } finally {
      clients.shutdown();
    }
  }

  /** Called by a rule; ignores interrupts. */
  public static void hang() {
    while (OPEN.getCount() > 0) {
      LockSupport.park(OPEN);
    }
  }

  private static void assertFailed(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.<String>path("type")).isEqualTo("urn:redress:problem:internal");
  }

  private static Response decide(boolean endlessly) {
    return given()
        .contentType("application/json")
        .body(
            """
            {"disputeType": "NOT_RECEIVED", "reason": "LOST", "disputeId": "hangs",
             "order": {"item": "%s"}}
            """
                .formatted(endlessly ? ShippedRules.BREAKING : "dress"))
        .post("/v1/decide");
  }
}
