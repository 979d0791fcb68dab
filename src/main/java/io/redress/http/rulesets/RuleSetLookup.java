package io.redress.http.rulesets;

import io.redress.http.problem.ProblemType;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the rule sets that addresses name. */
@Singleton
public class RuleSetLookup {
  private static final Pattern KNOWN = Pattern.compile("[0-9a-f]{12}|" + RuleSets.ACTIVE);

  private final RuleSets ruleSets;

  RuleSetLookup(RuleSets ruleSets) {
    this.ruleSets = ruleSets;
  }

  /**
   * @param version or {@code active}; otherwise the answer is 404
   */
  public StoredRuleSet find(String version) {
    return Optional.of(version.toLowerCase(Locale.ROOT))
        .filter(KNOWN.asMatchPredicate())
        .flatMap(ruleSets::find)
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.with(
                    "There is no such rule set. GET /v1/rulesets lists those there are."));
  }
}
