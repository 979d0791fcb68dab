package io.redress.http.decide;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.SearchQuery;
import io.redress.platform.database.Database;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("service")
class IdempotencyTest {
  private static final String LOST = "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}";
  private static final String REPLAYED = "Idempotent-Replayed";

  @Inject Database database;

  private final String key = UUID.randomUUID().toString();

  @Test
  void repeatedRequestGetsTheSameBytes() {
    Response first = decide(key, LOST);
    Response again = decide(key, LOST);
    assertThat(first.header(REPLAYED)).isNull();
    assertThat(again.header(REPLAYED)).isEqualTo("true");
    assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(again.contentType()).isEqualTo(first.contentType());
  }

  @Test
  void keyWithAnotherBodyIsRefused() {
    decide(key, LOST);
    Response other = decide(key, LOST.replace("LOST", "NOT_SHIPPED"));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.<String>path("type")).isEqualTo("urn:redress:problem:idempotency-key-reused");
  }

  @Test
  void withoutAKeyEachRequestIsDecided() {
    String dispute = LOST.replace("{", "{\"disputeId\": \"" + key + "\", ");
    decide(null, dispute);
    decide(null, dispute);
    assertThat(kept()).isEqualTo(2);
  }

  @Test
  void fiftyConcurrentRequestsAreOneDecision() throws Exception {
    String dispute = LOST.replace("{", "{\"disputeId\": \"" + key + "\", ");
    ExecutorService clients = Executors.newFixedThreadPool(50);
    try {
      List<Future<Response>> answers =
          IntStream.range(0, 50)
              .mapToObj(i -> clients.submit(() -> decideOnceThereIsRoom(key, dispute)))
              .toList();
      String first = answers.get(0).get().asString();
      for (Future<Response> answer : answers) {
        assertThat(answer.get().statusCode()).isEqualTo(200);
        assertThat(answer.get().asString()).isEqualTo(first);
      }
    } finally {
      clients.shutdown();
    }
    assertThat(kept()).isOne();
  }

  /** On a busy machine, some of so many at once are refused, and have to be sent again. */
  private static Response decideOnceThereIsRoom(String key, String facts) {
    return await().until(() -> decide(key, facts), answer -> answer.statusCode() != 503);
  }

  @Test
  void refusedFactsDoNotConsumeTheKey() {
    assertThat(decide(key, "{}").statusCode()).isEqualTo(422);
    assertThat(decide(key, LOST).statusCode()).isEqualTo(200);
  }

  @Test
  void aKeyOf255CharactersIsTakenAndALongerOneIsNot() {
    String longest = (key + "x".repeat(255)).substring(0, 255);
    assertThat(decide(longest, LOST).statusCode()).isEqualTo(200);
    assertRefused(decide(longest + "x", LOST));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void anEmptyKeyIsRefused(String empty) {
    assertRefused(decide(empty, LOST));
  }

  private static void assertRefused(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.<String>path("detail")).contains("Idempotency-Key", "255");
  }

  private int kept() {
    return (int)
        new JournalSearch(database)
            .count(new SearchQuery(key, null, null, null, null, null, Map.of()));
  }

  private static Response decide(String key, String facts) {
    var request = given().contentType("application/json").body(facts);
    return (key == null ? request : request.header("Idempotency-Key", key)).post("/v1/decide");
  }
}
