package io.redress.console.cases;

import io.redress.check.testcase.TestCases;
import io.redress.lifecycle.Recent;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;

/** The test cases of the rule sets that people look at, read once: they never change. */
@Singleton
class CaseCache {
  private static final int MOST = 4;

  private final RuleSets ruleSets;
  private final Recent<String, TestCases> recent = new Recent<>(MOST);

  CaseCache(RuleSets ruleSets) {
    this.ruleSets = ruleSets;
  }

  synchronized TestCases of(StoredRuleSet ruleSet) {
    return recent.computeIfAbsent(
        ruleSet.hash(),
        hash -> TestCases.read(ruleSets.contents(ruleSet).testCases(), new ArrayList<>()));
  }
}
