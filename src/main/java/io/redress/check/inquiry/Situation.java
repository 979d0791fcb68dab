package io.redress.check.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.check.scenario.FactTree;
import io.redress.domain.decision.Action;
import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.rules.ruleset.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Known facts, and how the decision and letter change if one of them changes. */
final class Situation {
  private static final int MAX_WRITTEN = 2;

  private final FactTree facts;
  private final RuleSet rules;
  private final @Nullable List<@Nullable Object> decided;

  private Situation(FactTree facts, RuleSet rules) {
    this.facts = facts;
    this.rules = rules;
    this.decided = decided(facts);
  }

  /** Empty if the facts are impossible or cannot be decided. */
  static Optional<Situation> of(FactTree facts, RuleSet rules) {
    return Optional.of(new Situation(facts, rules)).filter(one -> one.decided != null);
  }

  /** What is decided, without amounts and days: the types of actions, and the reason code. */
  Object kind() {
    List<@Nullable Object> decision = Objects.requireNonNull(decided);
    return Arrays.asList(decision.get(0), decision.get(2));
  }

  /** Whether one of the values changes the decision, compared with an unknown fact. */
  boolean decidedBy(String fact, List<JsonNode> values) {
    boolean known = !facts.value(fact).isMissingNode();
    FactTree without = known ? facts.without(fact) : facts;
    List<@Nullable Object> before = known ? decided(without) : decided;
    return before != null
        && values.stream()
            .map(value -> decided(without.with(fact, value)))
            .anyMatch(after -> after != null && !after.equals(before));
  }

  /** Whether one of the values changes the letter, compared with an unknown fact. */
  boolean writtenBy(String fact, List<JsonNode> values) {
    FactTree without = facts.without(fact);
    Object before = letter(without);
    return before != null
        && values.stream()
            .limit(MAX_WRITTEN)
            .map(value -> letter(without.with(fact, value)))
            .anyMatch(after -> after != null && !after.equals(before));
  }

  private @Nullable List<@Nullable Object> decided(FactTree tree) {
    return decide(
        tree,
        dispute -> {
          Decision decision = rules.decideWithoutLetter(dispute);
          List<@Nullable Object> decided = new ArrayList<>(decision.essence());
          decided.add(0, decision.actions().stream().map(Action::type).toList());
          return decided;
        });
  }

  private @Nullable Object letter(FactTree tree) {
    return decide(tree, dispute -> Objects.requireNonNull(rules.decide(dispute).letter()));
  }

  /** Null if the facts are impossible, or if the rules fail or do not end for them. */
  private <T> @Nullable T decide(FactTree tree, Function<Dispute, T> decide) {
    return DisputeReader.read(tree.json(), rules.customFacts(), country -> LocalDate.MAX)
        .fold(
            dispute -> {
              try {
                return decide.apply(dispute);
              } catch (IllegalStateException failed) {
                return null;
              }
            },
            problems -> null);
  }
}
