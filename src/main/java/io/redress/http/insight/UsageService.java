package io.redress.http.insight;

import io.redress.check.admission.CaseRun;
import io.redress.check.testcase.TestCases;
import io.redress.domain.decision.RuleSource;
import io.redress.insight.usage.RowIdentities;
import io.redress.insight.usage.RowPlace;
import io.redress.insight.usage.RowUse;
import io.redress.insight.usage.RuleSetUsage;
import io.redress.insight.usage.RuleSetUsage.UsedRuleSet;
import io.redress.journal.read.RowUses;
import io.redress.journal.read.RowUses.Uses;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.TableSheetCache;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.cache.SingleFlightCache;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.table.TableSheet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often the rows of a rule set answered, for the API and for the pages: under this rule set,
 * and under others while they had the same row.
 */
@Singleton
public class UsageService {
  /** Rule sets whose decisions are read: those with most of them. */
  private static final int MAX_RULE_SETS = 50;

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

  /**
   * What the usage is of.
   *
   * @param decisions of the period
   * @param read how many of them were decided under rule sets whose tables were compared
   * @param ruleSets the number of these rule sets
   */
  public record Population(long decisions, long read, int ruleSets) {}

  /** The usage of all rows of a rule set. */
  public record Usage(UsagePeriod period, Population population, RuleSetUsage rows) {
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
    Uses found =
        uses.read(
            period.from(),
            period.to(),
            decided ->
                Stream.concat(
                        decided.stream().filter(ruleSet.version()::equals),
                        decided.stream().filter(other -> !other.equals(ruleSet.version())))
                    .limit(MAX_RULE_SETS)
                    .toList());
    List<UsedRuleSet> used = new ArrayList<>();
    long read = 0;
    for (Map.Entry<String, Map<RowPlace, RowUse>> one : found.rows().entrySet()) {
      Optional<RowIdentities> there = ruleSets.find(one.getKey()).map(this::identities);
      if (there.isPresent()) {
        used.add(new UsedRuleSet(there.get(), one.getValue()));
        read += found.decisions().getOrDefault(one.getKey(), 0L);
      }
    }
    long decisions = found.decisions().values().stream().mapToLong(Long::longValue).sum();
    return new Usage(
        period,
        new Population(decisions, read, used.size()),
        RuleSetUsage.of(sheets.of(ruleSet), identities(ruleSet), used, cases(ruleSet)));
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
                .map(rules -> cases(ruleSet, rules))
                .orElse(Map.of()));
  }

  private Map<RowPlace, List<String>> cases(StoredRuleSet ruleSet, RuleSet rules) {
    TestCases all = TestCases.of(ruleSets.contents(ruleSet), new ArrayList<>());
    Map<RowPlace, List<String>> byRow = new HashMap<>();
    CaseRun.of(rules, all, outcome -> {})
        .report()
        .firedIn()
        .forEach(
            (source, ids) -> {
              if (source instanceof RuleSource.TableRow row) {
                byRow.put(new RowPlace(row.file(), row.sheet(), row.row()), ids);
              }
            });
    return byRow;
  }
}
