package io.redress.check.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.check.invariant.InvariantReport.Violation;
import io.redress.check.scenario.FactTree;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.dispute.CustomFacts;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.Place;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Decides facts with the rule set that is being checked, and counts the decisions. */
final class CountingDecider {
  private static final ObjectMapper MAPPER = DecisionJson.mapper();
  private static final String ID = "law";

  private final Function<Dispute, Decision> decide;
  private final CustomFacts custom;
  private int decisions;

  CountingDecider(Function<Dispute, Decision> decide, CustomFacts custom) {
    this.custom = custom;
    this.decide = decide;
  }

  /**
   * Facts and the decision on them.
   *
   * @param json the decision as in an answer
   */
  record Outcome(FactTree facts, Decision decision, JsonNode json) {}

  /** The rule set failed on possible facts; this violates an implicit law. */
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

    Violation violation(FactTree smallest) {
      return new Violation(
          Place.ofLine(RuleSetFiles.INVARIANTS, 1),
          "every-dispute-is-decided",
          "All possible facts are decided.",
          String.valueOf(getCause()),
          List.of(smallest));
    }
  }

  /** Empty if the facts are impossible, so that no law applies. */
  Optional<Outcome> decide(FactTree facts) {
    return DisputeReader.read(facts.json(), custom, country -> facts.asOf())
        .fold(dispute -> Optional.of(outcome(facts, dispute)), problems -> Optional.empty());
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

  /** Whether the facts are possible, but the rule set fails on them. */
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
