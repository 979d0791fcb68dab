package io.redress.lifecycle;

import io.redress.database.Database;
import io.redress.ruleset.RuleSet;
import io.redress.source.ProblemCode;
import io.redress.source.RuleProblem;
import java.util.List;
import java.util.Optional;

/** Rule sets that decided once, read anew from where they are kept; the last few stay in memory. */
public final class PastRules {
  private final RuleSetStore store;
  private final LoadedRules loaded;

  public PastRules(Database database) {
    this.store = new RuleSetStore(database);
    this.loaded = new LoadedRules(store);
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
