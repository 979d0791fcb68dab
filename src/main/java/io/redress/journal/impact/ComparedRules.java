package io.redress.journal.impact;

import io.redress.insight.impact.Comparison;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import java.util.ArrayList;
import java.util.Optional;

/** Reads the rule sets of a comparison. */
public final class ComparedRules {
  private ComparedRules() {}

  /** A rule set with its files; empty if there is none that can be read. */
  public static Optional<Comparison.Side> side(RuleSets ruleSets, String version) {
    Optional<StoredRuleSet> found = ruleSets.find(version);
    return found
        .flatMap(one -> ruleSets.load(one, new ArrayList<>()))
        .map(rules -> new Comparison.Side(rules, ruleSets.contents(found.orElseThrow()).rules()));
  }
}
