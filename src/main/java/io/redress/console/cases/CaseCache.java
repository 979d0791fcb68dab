package io.redress.console.cases;

import io.redress.check.testcase.TestCases;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.cache.SingleFlightCache;
import jakarta.inject.Singleton;
import java.util.ArrayList;

/** Caches the test cases of the rule sets that are viewed; they never change. */
@Singleton
class CaseCache {
  private static final int MAX_CACHED = 4;

  private final RuleSets ruleSets;
  private final SingleFlightCache<String, TestCases> recent = new SingleFlightCache<>(MAX_CACHED);

  CaseCache(RuleSets ruleSets) {
    this.ruleSets = ruleSets;
  }

  TestCases of(StoredRuleSet ruleSet) {
    return recent.get(
        ruleSet.hash(), hash -> TestCases.of(ruleSets.contents(ruleSet), new ArrayList<>()));
  }
}
