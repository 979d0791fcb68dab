package io.redress.lifecycle;

import io.redress.lifecycle.store.RuleSetStore;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.cache.SingleFlightCache;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads stored rule sets, and caches the last few: a candidate is often activated at once. */
final class RuleSetCache {
  private static final int MAX_ENTRIES = 3;

  private final RuleSetStore store;
  private final SingleFlightCache<String, Reading> cache = new SingleFlightCache<>(MAX_ENTRIES);

  /**
   * @param problems empty if it could be read
   */
  private record Reading(Optional<RuleSet> ruleSet, List<RuleProblem> problems) {}

  RuleSetCache(RuleSetStore store) {
    this.store = store;
  }

  void remember(RuleSet rules) {
    cache.put(rules.id().hash(), new Reading(Optional.of(rules), List.of()));
  }

  /**
   * Loads a rule set; empty if it cannot be read, because its files were changed, or because they
   * were stored by another version of the program.
   */
  Optional<RuleSet> load(StoredRuleSet ruleSet, List<RuleProblem> problems) {
    Reading reading = cache.get(ruleSet.hash(), hash -> read(ruleSet));
    if (reading.ruleSet().isEmpty()) {
      cache.invalidate(ruleSet.hash());
    }
    problems.addAll(reading.problems());
    return reading.ruleSet();
  }

  private Reading read(StoredRuleSet ruleSet) {
    List<RuleProblem> problems = new ArrayList<>();
    RuleSetFiles files = store.contents(ruleSet.version());
    if (!files.hash().equals(ruleSet.hash())) {
      problems.add(
          RuleProblem.ofFile(
              "rule set " + ruleSet.version(),
              ProblemCode.CORRUPT,
              "its files in the database are not those that were admitted.",
              "Restore the database, or activate another rule set."));
      return new Reading(Optional.empty(), problems);
    }
    return new Reading(RuleSet.read(files, problems), problems);
  }
}
