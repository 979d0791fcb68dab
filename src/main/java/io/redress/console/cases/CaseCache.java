package io.redress.console.cases;

import io.redress.check.testcase.TestCases;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.cache.SingleFlightCache;
import jakarta.inject.Singleton;
import java.util.ArrayList;

/** The test cases of the rule sets that people look at, read once: they never change. */
@Singleton
class CaseCache {
  private static final int MAX_KEPT = 4;

  private final RuleSets ruleSets;
  private final SingleFlightCache<String, TestCases> recent = new SingleFlightCache<>(MAX_KEPT);

  CaseCache(RuleSets ruleSets) {
    this.ruleSets = ruleSets;
  }

  TestCases of(StoredRuleSet ruleSet) {
    return recent.get(
        ruleSet.hash(),
        hash -> TestCases.read(ruleSets.contents(ruleSet).testCases(), new ArrayList<>()));
  }
}
