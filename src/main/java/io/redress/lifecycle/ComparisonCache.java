package io.redress.lifecycle;

import io.redress.check.compare.RuleSetChanges;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.cache.SingleFlightCache;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.table.Tables;
import jakarta.inject.Singleton;
import java.util.ArrayList;

/** Compares stored rule sets, and caches the last few comparisons, which are often viewed again. */
@Singleton
public class ComparisonCache {
  private static final int MAX_ENTRIES = 8;

  private final RuleSets ruleSets;
  private final SingleFlightCache<Pair, RuleSetChanges> cache =
      new SingleFlightCache<>(MAX_ENTRIES);

  private record Pair(String from, String to) {}

  ComparisonCache(RuleSets ruleSets) {
    this.ruleSets = ruleSets;
  }

  /** The changes from the earlier rule set to the later one. */
  public RuleSetChanges between(StoredRuleSet earlier, StoredRuleSet later) {
    return cache.get(
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
