package io.redress.journal.read;

import io.redress.insight.usage.Amounts;
import io.redress.insight.usage.RowPlace;
import io.redress.insight.usage.RowUse;
import io.redress.platform.database.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Reads how often rows answered in a period: sums by day, so that it costs what the period and the
 * tables cost, however many decisions there are.
 */
@Singleton
public class RowUses {
  private static final String RULE_SETS =
      """
      select rule_set, sum(decisions) as decisions from rule_set_day
      where decided_on >= :from and decided_on <= :to
      group by rule_set order by sum(decisions) desc, rule_set
      """;

  private static final String ROWS =
      """
      select file, sheet, sheet_row, currency, sum(decisions) as decisions,
        sum(refunds) as refunds, sum(discounts) as discounts, max(decided_on) as last_used
      from row_day where rule_set = :ruleSet and decided_on >= :from and decided_on <= :to
      group by file, sheet, sheet_row, currency
      """;

  private final BoundedQueries queries;

  public RowUses(Database database) {
    this(new BoundedQueries(database));
  }

  @Inject
  RowUses(BoundedQueries queries) {
    this.queries = queries;
  }

  /**
   * What was read.
   *
   * @param decisions of the period by rule set, most first
   * @param rows by rule set, of those that were chosen
   */
  public record Uses(Map<String, Long> decisions, Map<String, Map<RowPlace, RowUse>> rows) {}

  /**
   * Reads the uses of rows in one snapshot.
   *
   * @param from first day (UTC)
   * @param to last day, inclusive
   * @param chosen the rule sets to read, given those that decided, those with most decisions first
   * @throws SearchTooSlow if it takes too long, and while there are too many entries to wait for
   */
  public Uses read(LocalDate from, LocalDate to, Function<List<String>, List<String>> chosen) {
    return queries.rows(
        handle -> {
          long end = System.nanoTime() + queries.timeout().toNanos();
          Map<String, Long> decisions = new LinkedHashMap<>();
          handle
              .createQuery(RULE_SETS)
              .bind("from", from)
              .bind("to", to)
              .map((row, context) -> Map.entry(row.getString("rule_set"), row.getLong("decisions")))
              .forEach(one -> decisions.put(one.getKey(), one.getValue()));
          Map<String, Map<RowPlace, RowUse>> rows = new HashMap<>();
          for (String ruleSet : chosen.apply(List.copyOf(decisions.keySet()))) {
            if (System.nanoTime() > end) {
              throw new SearchTooSlow(null);
            }
            rows.put(ruleSet, rows(handle, ruleSet, from, to));
          }
          return new Uses(decisions, rows);
        });
  }

  private static Map<RowPlace, RowUse> rows(
      Handle handle, String ruleSet, LocalDate from, LocalDate to) {
    Map<RowPlace, RowUse> rows = new HashMap<>();
    handle
        .createQuery(ROWS)
        .bind("ruleSet", ruleSet)
        .bind("from", from)
        .bind("to", to)
        .map(
            (row, context) ->
                Map.entry(
                    new RowPlace(
                        row.getString("file"), row.getString("sheet"), row.getInt("sheet_row")),
                    new RowUse(
                        row.getLong("decisions"),
                        row.getObject("last_used", LocalDate.class),
                        money(
                            row.getString("currency"),
                            row.getBigDecimal("refunds"),
                            row.getBigDecimal("discounts")))))
        .forEach(one -> rows.merge(one.getKey(), one.getValue(), RowUse::plus));
    return rows;
  }

  private static SortedMap<String, Amounts> money(
      String currency, BigDecimal refunds, BigDecimal discounts) {
    SortedMap<String, Amounts> money = new TreeMap<>();
    if (!currency.isEmpty()) {
      int digits = Currency.getInstance(currency).getDefaultFractionDigits();
      money.put(
          currency,
          new Amounts(
              refunds.setScale(digits, RoundingMode.HALF_UP),
              discounts.setScale(digits, RoundingMode.HALF_UP)));
    }
    return money;
  }
}
