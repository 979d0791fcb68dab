package io.redress.http.load;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redress.console.Visit;
import io.redress.http.gate.Protected;
import io.redress.security.access.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One caller changes rules as much as it can; others change them, too, and all decide. */
@QuarkusTest
@TestProfile(Protected.class)
@Tag("service")
class ExpensiveWritesTest {
  private static final byte[] NO_WORKBOOK = "none".getBytes(StandardCharsets.UTF_8);

  /** Requests that would all be refused, or change nothing, after some work. */
  private static final Map<String, Function<String, Response>> WRITES =
      Map.of(
          "letter", form("/rulesets/active/letters/subject.REPLACEMENT", "text", "x"),
          "law", form("/rulesets/active/laws/peak-season-discount", "comment", ""),
          "calendar", form("/rulesets/active/calendar", "comment", ""),
          "case from nothing", form("/cases/write", "facts", "a: 1"),
          "case as text", form("/rulesets/active/cases/none", "text", "id: none"),
          "new results", form("/rulesets/active/accept", "id", "none"),
          "rebase", form("/rulesets/active/rebase", "id", ""),
          "table", key -> Visit.with(key).send("/tables/active/goodwill", "{}"),
          "dropped file",
              key -> Visit.with(key).drop("/tables/workbooks", "none.xlsx", NO_WORKBOOK, Map.of()),
          "upload",
              key ->
                  given()
                      .header("Authorization", "Bearer " + key)
                      .multiPart("file", "none.xlsx", NO_WORKBOOK)
                      .post("/v1/rulesets"));

  @Inject Protected.Keys keys;
  @Inject ExpensiveWrites writes;

  private static Function<String, Response> form(String address, String name, String value) {
    return key -> Visit.with(key).post(address, Map.of(name, value));
  }

  @Test
  void whoHasItsShareChangesNoMoreRulesAndAllDecide() {
    String greedy = "Greedy" + UUID.randomUUID();
    String greedyKey = keys.fresh(greedy, Set.of(Role.DECIDE, Role.EDIT));
    String otherKey = keys.fresh("Other" + UUID.randomUUID(), Set.of(Role.DECIDE, Role.EDIT));
    int share = ExpensiveWork.MAX_AT_ONCE / 2;
    for (int i = 0; i < share; i++) {
      writes.begin(greedy);
    }
    try {
      // As few wait a little while before they are refused, so all are sent at once.
      Map<String, CompletableFuture<Response>> sent = new TreeMap<>();
      WRITES.forEach(
          (what, write) ->
              sent.put(what, CompletableFuture.supplyAsync(() -> write.apply(greedyKey))));
      sent.forEach(
          (what, answer) -> {
            Response refused = answer.join();
            assertThat(refused.statusCode()).as(what).isEqualTo(429);
            assertThat(refused.header("Retry-After")).as(what).isEqualTo("1");
            assertThat(refused.asString())
                .as(what)
                .contains("changes of rules", "others need room");
          });
      WRITES.forEach(
          (what, write) ->
              assertThat(write.apply(otherKey).statusCode()).as(what).isIn(400, 404, 409, 422));
      assertThat(decide(greedyKey).statusCode()).isEqualTo(200);
      assertThat(decide(otherKey).statusCode()).isEqualTo(200);
    } finally {
      for (int i = 0; i < share; i++) {
        writes.end(greedy);
      }
    }
    WRITES.forEach(
        (what, write) ->
            assertThat(write.apply(greedyKey).statusCode()).as(what).isIn(400, 404, 409, 422));
  }

  private static Response decide(String key) {
    return given()
        .header("Authorization", "Bearer " + key)
        .contentType("application/json")
        .body("{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}")
        .post("/v1/decide");
  }
}
