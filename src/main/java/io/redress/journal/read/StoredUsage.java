package io.redress.journal.read;

import io.redress.check.admission.CaseRun;
import io.redress.check.testcase.TestCases;
import io.redress.domain.decision.RuleSource;
import io.redress.insight.usage.RowIdentities;
import io.redress.insight.usage.RowPlace;
import io.redress.insight.usage.RowUse;
import io.redress.insight.usage.RuleSetUsage;
import io.redress.insight.usage.RuleSetUsage.UsedRuleSet;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.ActivationStore;
import io.redress.lifecycle.store.RuleSetStore;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.database.Database;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.table.TableSheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** How often the rows of a stored rule set answered, read from the database without a service. */
public final class StoredUsage {
  /** Rule sets whose decisions are read: those with most of them. */
  private static final int MAX_RULE_SETS = 50;

  private final RuleSetStore store;
  private final ActivationStore activations;
  private final RowUses uses;

  public StoredUsage(Database database) {
    this.store = new RuleSetStore(database);
    this.activations = new ActivationStore(database);
    this.uses = new RowUses(database);
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
  public record Usage(Population population, RuleSetUsage rows) {}

  /** The version of the active rule set; empty before the first activation. */
  public Optional<String> active() {
    return activations.latest().map(Activation::version);
  }

  /**
   * Reads the usage of a rule set; empty if it is not stored.
   *
   * @param from first day (UTC)
   * @param to last day, inclusive
   * @throws SearchTooSlow if that takes too long
   */
  public Optional<Usage> of(String version, LocalDate from, LocalDate to) {
    return store
        .find(version)
        .map(
            ruleSet -> {
              RuleSetFiles files = store.contents(version);
              List<TableSheet> sheets = TableSheet.all(files.rules());
              return read(
                  uses,
                  version,
                  from,
                  to,
                  other ->
                      store
                          .find(other)
                          .map(StoredRuleSet::version)
                          .map(store::contents)
                          .map(found -> RowIdentities.of(TableSheet.all(found.rules()))),
                  sheets,
                  RuleSet.read(files, new ArrayList<>())
                      .map(rules -> cases(rules, files))
                      .orElse(Map.of()));
            });
  }

  /**
   * Adds up what rows did under several rule sets.
   *
   * @param version of the rule set whose rows are asked for
   * @param identities those of a rule set by its version; empty where it cannot be read
   * @param sheets the tables of the rule set
   * @param cases the test cases by row
   * @throws SearchTooSlow if that takes too long
   */
  public static Usage read(
      RowUses uses,
      String version,
      LocalDate from,
      LocalDate to,
      Function<String, Optional<RowIdentities>> identities,
      List<TableSheet> sheets,
      Map<RowPlace, List<String>> cases) {
    RowUses.Uses found =
        uses.read(
            from,
            to,
            decided ->
                Stream.concat(
                        decided.stream().filter(version::equals),
                        decided.stream().filter(other -> !other.equals(version)))
                    .limit(MAX_RULE_SETS)
                    .toList());
    List<UsedRuleSet> used = new ArrayList<>();
    long read = 0;
    for (Map.Entry<String, Map<RowPlace, RowUse>> one : found.rows().entrySet()) {
      Optional<RowIdentities> there = identities.apply(one.getKey());
      if (there.isPresent()) {
        used.add(new UsedRuleSet(there.get(), one.getValue()));
        read += found.decisions().getOrDefault(one.getKey(), 0L);
      }
    }
    long decisions = found.decisions().values().stream().mapToLong(Long::longValue).sum();
    return new Usage(
        new Population(decisions, read, used.size()),
        RuleSetUsage.of(
            sheets,
            identities.apply(version).orElseGet(() -> RowIdentities.of(sheets)),
            used,
            cases));
  }

  /** The test cases of a rule set by the rows that answer in them. */
  public static Map<RowPlace, List<String>> cases(RuleSet rules, RuleSetFiles files) {
    TestCases all = TestCases.of(files, new ArrayList<>());
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
