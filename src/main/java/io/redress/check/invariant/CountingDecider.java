package io.redress.check.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.check.invariant.InvariantReport.Violation;
import io.redress.check.scenario.FactTree;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.Place;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Decides facts by the rule set on trial, and counts how often. */
final class CountingDecider {
  private static final ObjectMapper MAPPER = DecisionJson.mapper();
  private static final String ID = "law";

  private final Function<Dispute, Decision> decide;
  private int decisions;

  CountingDecider(Function<Dispute, Decision> decide) {
    this.decide = decide;
  }

  /**
   * Facts and what was decided on them.
   *
   * @param json the decision, as an answer says it
   */
  record Outcome(FactTree facts, Decision decision, JsonNode json) {}

  /** The rule set failed on possible facts: the law that goes without saying is broken. */
  static final class Undecided extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient FactTree facts;

    private Undecided(FactTree facts, RuntimeException cause) {
      super(cause);
      this.facts = facts;
    }

    FactTree facts() {
      return facts;
    }

    Violation violation(FactTree fewest) {
      return new Violation(
          Place.ofLine(RuleSetFiles.INVARIANTS, 1),
          "every-dispute-is-decided",
          "Whatever facts are possible are decided.",
          String.valueOf(getCause()),
          List.of(fewest));
    }
  }

  /** Empty when the facts are impossible, so that no law has to hold. */
  Optional<Outcome> decide(FactTree facts) {
    return DisputeReader.read(facts.json(), country -> facts.asOf())
        .fold(dispute -> Optional.of(outcome(facts, dispute)), faults -> Optional.empty());
  }

  private Outcome outcome(FactTree facts, Dispute dispute) {
    decisions++;
    String id = Objects.requireNonNullElse(dispute.disputeId(), ID);
    try {
      Decision decision = decide.apply(dispute.on(facts.asOf(), id));
      return new Outcome(facts, decision, MAPPER.valueToTree(decision));
    } catch (RuntimeException broken) {
      throw new Undecided(facts, broken);
    }
  }

  /** Whether the facts are possible, but not decided. */
  boolean fails(FactTree facts) {
    try {
      decide(facts);
      return false;
    } catch (Undecided broken) {
      return true;
    }
  }

  int decisions() {
    return decisions;
  }
}
