package io.redress.http.decide;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.Patience;
import io.redress.intake.stream.DisputeDecider;
import io.redress.intake.stream.DisputeDecider.Decided;
import io.redress.intake.stream.DisputeDecider.EventFacts;
import io.redress.intake.stream.DisputeDecider.Outcome;
import io.redress.intake.stream.DisputeDecider.Refused;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.SearchQuery;
import io.redress.platform.database.Database;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a stream asks for; the stream itself has the test {@code StreamIT}. */
@QuarkusTest
@Tag("service")
@Timeout(Patience.SECONDS)
class StreamDecisionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject DisputeDecider decider;
  @Inject Database database;

  private final String id = UUID.randomUUID().toString();

  @Test
  void eventIsDecidedOnceForTheCallerKafka() throws Exception {
    Decided first = (Decided) decide(id, facts("LOST"));
    Decided again = (Decided) decide(id, facts("LOST"));

    assertThat(first.repeated()).isFalse();
    assertThat(again).isEqualTo(new Decided(first.answer(), true));
    JsonNode answer = JSON.readTree(first.answer());
    JsonNode stored =
        JSON.readTree(
            given().get("/v1/decisions/" + answer.path("decisionId").textValue()).asString());
    assertThat(stored.findValue("caller").textValue()).isEqualTo("kafka");
    assertThat(stored.findValue("requestId").textValue()).isEqualTo("disputes:0:1");
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void eventsAreRememberedForLongerThanRequests() throws Exception {
    Decided decided = (Decided) decide(id, facts("LOST"));

    UUID decision = UUID.fromString(JSON.readTree(decided.answer()).path("decisionId").textValue());
    Instant until =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select kept_until from idempotency_key where decision_id = ?")
                        .bind(0, decision)
                        .mapTo(OffsetDateTime.class)
                        .one())
            .toInstant();
    assertThat(Duration.between(Instant.now(), until)).isGreaterThan(Duration.ofDays(7));
  }

  @Test
  void sameIdWithOtherFactsIsRefused() throws Exception {
    decide(id, facts("LOST"));

    JsonNode problem = problem(decide(id, facts("NOT_SHIPPED")));

    assertThat(problem.path("type").textValue())
        .isEqualTo("urn:redress:problem:idempotency-key-reused");
    assertThat(problem.path("detail").textValue()).contains("Give each event an id of its own.");
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void wrongFactsAreRefusedWithAllProblems() throws Exception {
    assertThat(problem(decide(id, "nonsense")).path("status").intValue()).isEqualTo(400);
    assertThat(problem(decide(id, " ".repeat(300_000))).path("status").intValue()).isEqualTo(413);
    JsonNode impossible = problem(decide(id, facts("LOSST")));
    assertThat(impossible.path("status").intValue()).isEqualTo(422);
    assertThat(impossible.at("/errors/0/pointer").textValue()).isEqualTo("/reason");
    assertThat(problem(decider.refuse("Why.")).path("detail").textValue()).isEqualTo("Why.");
    assertThat(kept()).isZero();
  }

  private Outcome decide(String key, String facts) {
    return decider
        .decide(new EventFacts("disputes:0:1", key, facts.getBytes(StandardCharsets.UTF_8)))
        .join();
  }

  private String facts(String reason) {
    return "{\"disputeId\": \"%s\", \"disputeType\": \"NOT_RECEIVED\", \"reason\": \"%s\"}"
        .formatted(id, reason);
  }

  private static JsonNode problem(Outcome outcome) throws Exception {
    return JSON.readTree(((Refused) outcome).problem());
  }

  private long kept() {
    return new JournalSearch(database)
        .count(new SearchQuery(id, null, null, null, null, null, Map.of()));
  }
}
