package io.redress.lifecycle;

import io.redress.lifecycle.store.RuleSetStore;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.database.Database;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.util.List;
import java.util.Optional;

/** Loads former rule sets from the database; a few are cached. */
public final class HistoricalRuleSets {
  private final RuleSetStore store;
  private final RuleSetCache cache;

  public HistoricalRuleSets(Database database) {
    this.store = new RuleSetStore(database);
    this.cache = new RuleSetCache(store);
  }

  /**
   * Loads a rule set; empty if there is none of that version, or it cannot be read.
   *
   * @param problems receives the reasons
   */
  public Optional<RuleSet> load(String version, List<RuleProblem> problems) {
    Optional<StoredRuleSet> kept = store.find(version);
    if (kept.isEmpty()) {
      problems.add(
          RuleProblem.ofFile(
              "rule set " + version,
              ProblemCode.CORRUPT,
              "it is not in the database.",
              "Restore the database."));
    }
    return kept.flatMap(one -> cache.load(one, problems));
  }
}
