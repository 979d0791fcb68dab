package io.redress.lifecycle;

import io.redress.check.compare.RuleSetChanges;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.cache.SingleFlightCache;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.table.Tables;
import jakarta.inject.Singleton;
import java.util.ArrayList;

/** Compares kept rule sets, and remembers the last few: who looks at one often comes back. */
@Singleton
public class ComparisonCache {
  private static final int MAX_KEPT = 8;

  private final RuleSets ruleSets;
  private final SingleFlightCache<Pair, RuleSetChanges> recent = new SingleFlightCache<>(MAX_KEPT);

  private record Pair(String from, String to) {}

  ComparisonCache(RuleSets ruleSets) {
    this.ruleSets = ruleSets;
  }

  /** How the later one differs from the earlier one. */
  public RuleSetChanges between(StoredRuleSet earlier, StoredRuleSet later) {
    return recent.get(
        new Pair(earlier.hash(), later.hash()),
        pair -> compare(ruleSets.contents(earlier), ruleSets.contents(later)));
  }

  private static RuleSetChanges compare(RuleSetFiles before, RuleSetFiles after) {
    return RuleSetChanges.between(before.all(), tables(before), after.all(), tables(after));
  }

  private static Tables tables(RuleSetFiles files) {
    return Tables.read(files.rules(), new ArrayList<>());
  }
}
