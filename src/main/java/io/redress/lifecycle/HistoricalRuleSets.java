package io.redress.lifecycle;

import io.redress.lifecycle.store.RuleSetStore;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.database.Database;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.util.List;
import java.util.Optional;

/** Rule sets that decided once, read anew from where they are kept; the last few stay in memory. */
public final class HistoricalRuleSets {
  private final RuleSetStore store;
  private final RuleSetCache loaded;

  public HistoricalRuleSets(Database database) {
    this.store = new RuleSetStore(database);
    this.loaded = new RuleSetCache(store);
  }

  /**
   * Empty when there is none of that version, or when it can not be read.
   *
   * @param problems takes the reasons
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
    return kept.flatMap(one -> loaded.load(one, problems));
  }
}
