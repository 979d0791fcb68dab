package io.redress.console.tables;

import io.redress.http.problem.ProblemType;
import io.redress.lifecycle.Recent;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.table.TableGrid;
import jakarta.inject.Singleton;
import java.util.List;

/** The tables of the rule sets that people look at, read once: they never change. */
@Singleton
class TableCache {
  private static final int MOST = 4;

  private final RuleSets ruleSets;
  private final Recent<String, List<TableGrid>> recent = new Recent<>(MOST);

  TableCache(RuleSets ruleSets) {
    this.ruleSets = ruleSets;
  }

  /** In the order of workbooks and sheets; those that can not be read are left out. */
  List<TableGrid> of(StoredRuleSet ruleSet) {
    synchronized (recent) {
      return recent.computeIfAbsent(
          ruleSet.hash(), hash -> TableGrid.all(ruleSets.contents(ruleSet).rules()));
    }
  }

  /** The table of a name; otherwise the answer is 404. */
  TableGrid of(StoredRuleSet ruleSet, String name) {
    return of(ruleSet).stream()
        .filter(grid -> grid.table().name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.with("The rule set has no table of this name. See /tables."));
  }
}
