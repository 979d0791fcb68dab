package io.redress.lifecycle;

import io.redress.check.compare.RuleSetChanges;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.table.Tables;
import jakarta.inject.Singleton;
import java.util.ArrayList;

/** Compares kept rule sets, and remembers the last few: who looks at one often comes back. */
@Singleton
public class ComparisonCache {
  private static final int MOST = 8;

  private final RuleSets ruleSets;
  private final Recent<Pair, RuleSetChanges> recent = new Recent<>(MOST);

  private record Pair(String from, String to) {}

  ComparisonCache(RuleSets ruleSets) {
    this.ruleSets = ruleSets;
  }

  /** How the later one differs from the earlier one. */
  public RuleSetChanges between(StoredRuleSet earlier, StoredRuleSet later) {
    Pair pair = new Pair(earlier.hash(), later.hash());
    RuleSetChanges known;
    synchronized (recent) {
      known = recent.get(pair);
    }
    if (known != null) {
      return known;
    }
    RuleSetFiles before = ruleSets.contents(earlier);
    RuleSetFiles after = ruleSets.contents(later);
    RuleSetChanges changes =
        RuleSetChanges.between(before.all(), tables(before), after.all(), tables(after));
    synchronized (recent) {
      recent.put(pair, changes);
    }
    return changes;
  }

  private static Tables tables(RuleSetFiles files) {
    return Tables.read(files.rules(), new ArrayList<>());
  }
}
