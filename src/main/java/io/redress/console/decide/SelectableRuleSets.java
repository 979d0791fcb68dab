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

/** The rule sets under which somebody may try facts: the active one, and for some candidates. */
@Singleton
class SelectableRuleSets {
  private static final int MOST = 50;

  private final RuleSets ruleSets;
  private final DecisionService decisions;
  private final Visitor visitor;

  SelectableRuleSets(RuleSets ruleSets, DecisionService decisions, Visitor visitor) {
    this.ruleSets = ruleSets;
    this.decisions = decisions;
    this.visitor = visitor;
  }

  /** The newest first. */
  List<StoredRuleSet> candidates() {
    return visitor.seesRules()
        ? ruleSets.page(EnumSet.of(RuleSetStatus.CANDIDATE), 0, MOST)
        : List.of();
  }

  /**
   * @param version or {@link RuleSets#ACTIVE}; a problem is thrown where there is none to try under
   */
  RuleSet find(String version) {
    if (version.equals(RuleSets.ACTIVE)) {
      return decisions.activeRules();
    }
    if (!visitor.seesRules()) {
      throw ProblemType.FORBIDDEN.with("Your role tries facts under the active rules only.");
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
                    "This rule set can not be read. Look at its problems, or choose another one."));
  }
}
