package io.redress.console.tables;

import io.redress.http.problem.ProblemType;
import io.redress.lifecycle.Recent;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.table.TableGrid;
import jakarta.inject.Singleton;
import java.util.List;

/** Caches the tables of the rule sets that are viewed; they never change. */
@Singleton
class TableCache {
  private static final int MAX_RULE_SETS = 4;

  private final RuleSets ruleSets;
  private final Recent<String, List<TableGrid>> recent = new Recent<>(MAX_RULE_SETS);

  TableCache(RuleSets ruleSets) {
    this.ruleSets = ruleSets;
  }

  /** Readable tables, in the order of workbooks and sheets. */
  List<TableGrid> of(StoredRuleSet ruleSet) {
    synchronized (recent) {
      return recent.computeIfAbsent(
          ruleSet.hash(), hash -> TableGrid.all(ruleSets.contents(ruleSet).rules()));
    }
  }

  /**
   * The table of a name.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when it is unknown
   */
  TableGrid of(StoredRuleSet ruleSet, String name) {
    return of(ruleSet).stream()
        .filter(grid -> grid.table().name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.with("The rule set has no table of this name. See /tables."));
  }
}
