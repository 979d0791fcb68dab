package io.redress.lifecycle;

import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.cache.SingleFlightCache;
import io.redress.rules.table.TableSheet;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * The tables of rule sets as their sheets show them. A rule set never changes, so they are read
 * once.
 */
@Singleton
public class TableSheetCache {
  private static final int MAX_RULE_SETS = 8;

  /** Some 100 MB: rule sets with the largest tables would take all memory. */
  private static final int MAX_CELLS = 500_000;

  private final RuleSets ruleSets;
  private final SingleFlightCache<String, List<TableSheet>> byHash =
      new SingleFlightCache<>(MAX_CELLS, TableSheetCache::weight);

  TableSheetCache(RuleSets ruleSets) {
    this.ruleSets = ruleSets;
  }

  /** In cells; few small rule sets are kept, too. */
  private static int weight(List<TableSheet> sheets) {
    long cells =
        sheets.stream()
            .mapToLong(sheet -> (long) sheet.rows().size() * sheet.columns().size())
            .sum();
    return (int) Math.min(Integer.MAX_VALUE, Math.max(cells, MAX_CELLS / MAX_RULE_SETS));
  }

  /** In the order of workbooks and sheets; those with problems are left out. */
  public List<TableSheet> of(StoredRuleSet ruleSet) {
    return byHash.get(ruleSet.hash(), hash -> TableSheet.all(ruleSets.contents(ruleSet).rules()));
  }

  /** The table of a name. */
  public Optional<TableSheet> find(StoredRuleSet ruleSet, String name) {
    return of(ruleSet).stream().filter(sheet -> sheet.table().name().equals(name)).findFirst();
  }
}
