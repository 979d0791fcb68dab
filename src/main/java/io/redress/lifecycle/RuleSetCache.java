package io.redress.lifecycle;

import io.redress.lifecycle.store.RuleSetStore;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.util.List;
import java.util.Optional;

/** Reads kept rule sets, and remembers the last few: a candidate is often activated at once. */
final class RuleSetCache {
  private static final int MOST = 3;

  private final RuleSetStore store;
  private final Recent<String, RuleSet> recent = new Recent<>(MOST);

  RuleSetCache(RuleSetStore store) {
    this.store = store;
  }

  synchronized void remember(RuleSet rules) {
    recent.put(rules.id().hash(), rules);
  }

  /**
   * Empty when the rule set can not be read, because its files were tampered with or because this
   * program reads otherwise than the one that kept it.
   */
  synchronized Optional<RuleSet> load(StoredRuleSet ruleSet, List<RuleProblem> problems) {
    RuleSet remembered = recent.get(ruleSet.hash());
    if (remembered != null) {
      return Optional.of(remembered);
    }
    RuleSetFiles files = store.contents(ruleSet.version());
    if (!files.hash().equals(ruleSet.hash())) {
      problems.add(
          RuleProblem.ofFile(
              "rule set " + ruleSet.version(),
              ProblemCode.CORRUPT,
              "its files in the database are not those that were admitted.",
              "Restore the database, or activate another rule set."));
      return Optional.empty();
    }
    Optional<RuleSet> read = RuleSet.read(files, problems);
    read.ifPresent(this::remember);
    return read;
  }
}
