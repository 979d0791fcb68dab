package io.redress.http.rulesets;

import io.redress.domain.decision.RuleSetId;
import io.redress.http.problem.ProblemType;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** Finds the rule set that a path names. */
@Singleton
public class RuleSetLookup {
  private final RuleSets ruleSets;

  RuleSetLookup(RuleSets ruleSets) {
    this.ruleSets = ruleSets;
  }

  /**
   * @param version or {@code active}
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when it is unknown
   */
  public StoredRuleSet find(String version) {
    return Optional.of(version.toLowerCase(Locale.ROOT))
        .filter(name -> name.equals(RuleSets.ACTIVE) || RuleSetId.isVersion(name))
        .flatMap(ruleSets::find)
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.with(
                    "There is no such rule set. GET /v1/rulesets lists all rule sets."));
  }
}
