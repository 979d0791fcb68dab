package io.redress.http.insight;

import io.redress.insight.usage.RowIdentities;
import io.redress.insight.usage.RowPlace;
import io.redress.insight.usage.RuleSetUsage;
import io.redress.journal.read.RowUses;
import io.redress.journal.read.StoredUsage;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.TableSheetCache;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.cache.SingleFlightCache;
import io.redress.rules.table.TableSheet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How often the rows of a rule set answered, for the API and for the pages: under this rule set,
 * and under others while they had the same row.
 */
@Singleton
public class UsageService {
  /** Some 50 MB. */
  private static final int MAX_CACHED_ROWS = 200_000;

  private static final int MAX_CACHED_CASES = 4;

  private final RuleSets ruleSets;
  private final TableSheetCache sheets;
  private final RowUses uses;
  private final SingleFlightCache<String, RowIdentities> identities =
      new SingleFlightCache<>(MAX_CACHED_ROWS, RowIdentities::size);
  private final SingleFlightCache<String, Map<RowPlace, List<String>>> cases =
      new SingleFlightCache<>(MAX_CACHED_CASES);

  UsageService(RuleSets ruleSets, TableSheetCache sheets, RowUses uses) {
    this.ruleSets = ruleSets;
    this.sheets = sheets;
    this.uses = uses;
  }

  /** The usage of all rows of a rule set. */
  public record Usage(UsagePeriod period, StoredUsage.Population population, RuleSetUsage rows) {
    /** Rows that no decision used. */
    public List<RuleSetUsage.RowUsage> unused() {
      return rows.rows().stream().filter(RuleSetUsage.RowUsage::unused).toList();
    }
  }

  /**
   * Reads the usage of a rule set.
   *
   * @throws io.redress.journal.read.SearchTooSlow if that takes too long
   */
  public Usage of(StoredRuleSet ruleSet, UsagePeriod period) {
    StoredUsage.Usage read =
        StoredUsage.read(
            uses,
            ruleSet.version(),
            period.from(),
            period.to(),
            version -> ruleSets.find(version).map(this::identities),
            sheets.of(ruleSet),
            cases(ruleSet));
    return new Usage(period, read.population(), read.rows());
  }

  /** Not from the cache of sheets, which would lose those of the rule sets at work. */
  private RowIdentities identities(StoredRuleSet ruleSet) {
    return identities.get(
        ruleSet.hash(),
        hash -> RowIdentities.of(TableSheet.all(ruleSets.contents(ruleSet).rules())));
  }

  /** The test cases by the rows that answer in them; none if the rule set cannot be read. */
  private Map<RowPlace, List<String>> cases(StoredRuleSet ruleSet) {
    return cases.get(
        ruleSet.hash(),
        hash ->
            ruleSets
                .load(ruleSet, new ArrayList<>())
                .map(rules -> StoredUsage.cases(rules, ruleSets.contents(ruleSet)))
                .orElse(Map.of()));
  }
}
