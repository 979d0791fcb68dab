package io.redress.insight.whatif;

import io.redress.check.scenario.FactTree;
import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.ReadResult;
import io.redress.rules.ruleset.RuleSet;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** Decides on changed facts, up to a limit of decisions and of time. */
final class Trials {
  private final RuleSet rules;
  private final int limit;
  private final long deadline;
  private int count;

  Trials(RuleSet rules, int limit, Duration time) {
    this.rules = rules;
    this.limit = limit;
    this.deadline = System.nanoTime() + time.toNanos();
  }

  /** Decides; empty if the facts are impossible, or if the rules fail or do not end for them. */
  Optional<Decision> decide(FactTree facts) {
    count++;
    Optional<Dispute> dispute = read(facts);
    try {
      return dispute.map(rules::decideWithoutLetter);
    } catch (IllegalStateException failed) {
      return Optional.empty();
    }
  }

  Optional<Dispute> read(FactTree facts) {
    return DisputeReader.read(facts.json(), rules.customFacts(), country -> LocalDate.MAX)
            instanceof ReadResult.Read read
        ? Optional.of(read.dispute())
        : Optional.empty();
  }

  /** Whether the limit of decisions, less those that are kept back, or of time is reached. */
  boolean exhausted(int keptBack) {
    return count >= limit - keptBack || System.nanoTime() - deadline > 0;
  }

  int count() {
    return count;
  }

  int limit() {
    return limit;
  }
}
