package io.redress.http.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.domain.decision.Answer;
import io.redress.domain.dispute.FactProblem;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.ShippedRules;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeciderTest {
  private static final Instant EVENING = Instant.parse("2026-03-05T20:00:00.123456Z");
  private static final LocalDate NEXT_DAY_IN_CHINA = LocalDate.of(2026, 3, 6);

  private static final RuleSet RULES = ShippedRules.whole();

  private final Clock clock = Clock.fixed(EVENING, ZoneOffset.UTC);
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Decider decider = new Decider(clock, metrics, Duration.ofSeconds(2));

  @Test
  void dateIsTheSellersUnlessSent() {
    assertThat(answer("{%s}").decision().asOf()).isEqualTo(NEXT_DAY_IN_CHINA);
    assertThat(answer("{%s,\"asOf\":\"2026-01-02\"}").decision().asOf()).isEqualTo("2026-01-02");
  }

  @Test
  void eventsOfTodayInTheSellersZoneAreNotInTheFuture() {
    assertThat(faults("{%s,\"shipment\":{\"shippedOn\":\"2026-03-06\"}}")).isEmpty();
    assertThat(faults("{%s,\"shipment\":{\"shippedOn\":\"2026-03-07\"}}")).hasSize(1);
  }

  @Test
  void disputeWithoutAnIdGetsOne() {
    assertThat(answer("{%s,\"disputeId\":\"D-1\"}").decision().disputeId()).isEqualTo("D-1");
    Answer answer = answer("{%s}");
    UUID made = UUID.fromString(answer.decision().disputeId());
    assertThat(made.version()).isEqualTo(7);
    assertThat(made).isNotEqualTo(answer.decisionId());
  }

  @Test
  void decisionTimeHasMilliseconds() {
    assertThat(answer("{%s}").decidedAt()).isEqualTo(Instant.parse("2026-03-05T20:00:00.123Z"));
  }

  @Test
  void decisionsAndRefusalsAreTimed() {
    answer("{%s}");
    faults("{}");
    assertThat(metrics.get("redress.decide").timer().count()).isEqualTo(2);
  }

  private Answer answer(String facts) {
    return decider.decide(
        json(facts),
        RULES,
        (answer, sent) -> answer,
        faults -> {
          throw new AssertionError(faults);
        });
  }

  private List<FactProblem> faults(String facts) {
    return decider.decide(json(facts), RULES, (answer, sent) -> List.of(), faults -> faults);
  }

  private static byte[] json(String facts) {
    return facts
        .formatted("\"disputeType\":\"NOT_RECEIVED\",\"reason\":\"LOST\"")
        .getBytes(StandardCharsets.UTF_8);
  }
}
