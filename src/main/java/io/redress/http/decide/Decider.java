package io.redress.http.decide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.redress.domain.decision.Answer;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FactProblem;
import io.redress.domain.dispute.ReadResult;
import io.redress.journal.write.DecisionRecord;
import io.redress.platform.request.LogField;
import io.redress.platform.text.UuidV7;
import io.redress.rules.ruleset.RuleSet;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads facts and decides; sets the date and the ids that the facts leave open, and measures. */
@Singleton
class Decider {
  private static final Duration FASTEST = Duration.ofNanos(10_000);
  private static final Duration SLOWEST = Duration.ofSeconds(10);

  private final Clock clock;
  private final UuidV7 ids;
  private final MeterRegistry metrics;
  private final Duration limit;
  private final Timer timer;

  Decider(
      Clock clock,
      MeterRegistry metrics,
      @ConfigProperty(name = "redress.decide.time-limit") Duration limit) {
    this.clock = clock;
    this.ids = new UuidV7(clock);
    this.metrics = metrics;
    this.limit = limit;
    this.timer =
        Timer.builder("redress.decide")
            .description("From the facts as sent to the decision")
            .publishPercentileHistogram()
            .minimumExpectedValue(FASTEST)
            .maximumExpectedValue(SLOWEST)
            .register(metrics);
  }

  /**
   * Decides on facts as sent and passes on the answer, or all problems of the facts.
   *
   * @param whenDecided also receives the parsed facts, so that they are parsed once
   * @param rules used for reading and deciding, so that a decision never mixes two rule sets
   */
  public <T> T decide(
      byte[] json,
      RuleSet rules,
      BiFunction<Answer, ObjectNode, T> whenDecided,
      Function<List<FactProblem>, T> whenRefused) {
    Timer.Sample sample = Timer.start(metrics);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    try {
      ReadResult read =
          DisputeReader.read(json, rules.customFacts(), country -> rules.today(country, now));
      return read instanceof ReadResult.Read facts
          ? whenDecided.apply(decide(facts.dispute(), rules, now), facts.json())
          : whenRefused.apply(((ReadResult.Refused) read).problems());
    } finally {
      sample.stop(timer);
    }
  }

  private Answer decide(Dispute dispute, RuleSet rules, Instant now) {
    UUID id = ids.next();
    String disputeId = Objects.requireNonNullElseGet(dispute.disputeId(), ids.next()::toString);
    LogField.DISPUTE_ID.set(disputeId);
    LogField.RULE_SET.set(rules.id().version());
    Dispute complete = rules.complete(dispute, now, () -> disputeId);
    return new Answer(id, now, rules.decide(complete, limit));
  }

  /** Counts a decision that was recorded. */
  void count(DecisionRecord decided) {
    metrics.counter("redress.decisions", "resolution", decided.resolution()).increment();
  }
}
