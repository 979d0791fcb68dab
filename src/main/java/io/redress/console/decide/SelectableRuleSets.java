package io.redress.console.decide;

import io.redress.console.Visitor;
import io.redress.domain.decision.RuleSetId;
import io.redress.http.decide.DecisionService;
import io.redress.http.problem.ProblemType;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.RuleSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** The rule sets with which the user may try facts: the active one and, with a role, candidates. */
@Singleton
class SelectableRuleSets {
  private static final int MAX_CANDIDATES = 50;
  private final RuleSets ruleSets;
  private final DecisionService decisions;
  private final Visitor visitor;

  SelectableRuleSets(RuleSets ruleSets, DecisionService decisions, Visitor visitor) {
    this.ruleSets = ruleSets;
    this.decisions = decisions;
    this.visitor = visitor;
  }

  /** The active one by its name; empty if the user may not view rule sets. */
  Optional<StoredRuleSet> active() {
    return visitor.seesRules() ? ruleSets.find(RuleSets.ACTIVE) : Optional.empty();
  }

  /** Candidates, newest first; empty if the user may not view rule sets. */
  List<StoredRuleSet> candidates() {
    return visitor.seesRules()
        ? ruleSets.page(EnumSet.of(RuleSetStatus.CANDIDATE), 0, MAX_CANDIDATES)
        : List.of();
  }

  /**
   * @param version or {@link RuleSets#ACTIVE}
   * @throws io.quarkiverse.resteasy.problem.HttpProblem when it is unknown, unreadable or forbidden
   */
  RuleSet find(String version) {
    if (version.equals(RuleSets.ACTIVE)) {
      return decisions.activeRules();
    }
    if (!visitor.seesRules()) {
      throw ProblemType.FORBIDDEN.with("Your role can try facts with the active rules only.");
    }
    StoredRuleSet found =
        Optional.of(version)
            .filter(RuleSetId::isVersion)
            .flatMap(ruleSets::find)
            .orElseThrow(
                () -> ProblemType.NOT_FOUND.with("There is no such rule set. Choose another one."));
    return ruleSets
        .load(found, new ArrayList<>())
        .orElseThrow(
            () ->
                ProblemType.NOT_ACTIVATED.with(
                    "This rule set cannot be read. See its problems, or choose another one."));
  }
}
