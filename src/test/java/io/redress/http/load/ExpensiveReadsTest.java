package io.redress.http.load;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redress.http.gate.Protected;
import io.redress.security.access.KeyCache;
import io.redress.security.access.KeySpec;
import io.redress.security.access.KeyStore;
import io.redress.security.access.Role;
import io.redress.security.audit.Actor;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One caller reads as much as it can; decisions of all go on, and others read, too. */
@QuarkusTest
@TestProfile(Protected.class)
@Tag("service")
class ExpensiveReadsTest {
  private static final String DRL = "/v1/rulesets/active/tables/goodwill.drl";

  @Inject KeyStore store;
  @Inject KeyCache ring;
  @Inject ExpensiveReads reads;
  @Inject MeterRegistry metrics;

  @Test
  void whoHasItsShareGetsNoMoreReadsAndAllDecide() {
    String greedy = "Greedy" + UUID.randomUUID();
    String greedyKey = key(greedy);
    String otherKey = key("Other" + UUID.randomUUID());
    int share = ExpensiveReads.MAX_AT_ONCE / 2;
    for (int i = 0; i < share; i++) {
      reads.begin(greedy);
    }
    try {
      for (String address : new String[] {DRL, "/v1/audit", "/rulesets/active"}) {
        Response refused = read(address, greedyKey);
        assertThat(refused.statusCode()).as(address).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.asString()).contains("others need room");
        assertThat(read(address, otherKey).statusCode()).as(address).isEqualTo(200);
      }
      assertThat(decide(greedyKey).statusCode()).isEqualTo(200);
      assertThat(decide(otherKey).statusCode()).isEqualTo(200);
      assertThat(metrics.get("redress.rejected").tag("reason", "caller").counter().count())
          .isGreaterThanOrEqualTo(3);
    } finally {
      for (int i = 0; i < share; i++) {
        reads.end(greedy);
      }
    }
    assertThat(read(DRL, greedyKey).statusCode()).isEqualTo(200);
  }

  @Test
  void readsThatWaitGoOnOnceOneEnds() throws Exception {
    String name = "Patient" + UUID.randomUUID();
    String key = key(name);
    int share = ExpensiveReads.MAX_AT_ONCE / 2;
    for (int i = 0; i < share; i++) {
      reads.begin(name);
    }
    CompletableFuture<Integer> waits =
        CompletableFuture.supplyAsync(() -> read(DRL, key).statusCode());
    await().until(() -> reads.waiting() == 1 || waits.isDone());
    for (int i = 0; i < share; i++) {
      reads.end(name);
    }
    assertThat(waits.get()).isEqualTo(200);
    assertThat(reads.waiting()).isZero();
  }

  @Test
  void failedReadsAreOver() {
    String key = key("Failing" + UUID.randomUUID());
    for (int i = 0; i < 2 * ExpensiveReads.MAX_AT_ONCE; i++) {
      assertThat(read("/v1/rulesets/active/tables/nothing", key).statusCode()).isEqualTo(404);
    }
  }

  private String key(String name) {
    Set<String> roles = Set.of(Role.DECIDE, Role.EDIT, Role.AUDIT);
    String token = store.add(new KeySpec(name, roles, null), Actor.within("test")).token();
    ring.refresh();
    return token;
  }

  private static Response read(String address, String key) {
    return given().header("Authorization", "Bearer " + key).get(address);
  }

  private static Response decide(String key) {
    return given()
        .header("Authorization", "Bearer " + key)
        .contentType("application/json")
        .body("{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}")
        .post("/v1/decide");
  }
}
