package io.redress.insight.usage;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.rules.table.Row;
import io.redress.rules.table.TableSheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often each row of a rule set answered in a period.
 *
 * @param rows of all tables, in the order of workbooks, sheets and rows
 */
public record RuleSetUsage(List<RowUsage> rows) {
  public RuleSetUsage {
    rows = List.copyOf(rows);
  }

  /**
   * The usage of a row.
   *
   * @param row as the spreadsheet shows it
   * @param decisions to which it contributed
   * @param money of these decisions, by currency
   * @param lastUsed day of the last of them (UTC); absent when there are none
   * @param cases the test cases in which it answers
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RowUsage(
      String table,
      String file,
      String sheet,
      int row,
      long decisions,
      List<MoneySum> money,
      @Nullable LocalDate lastUsed,
      List<String> cases) {
    public RowUsage {
      money = List.copyOf(money);
      cases = List.copyOf(cases);
    }

    /** Whether no decision of the period used it. */
    public boolean unused() {
      return decisions == 0;
    }
  }

  /**
   * Money in one currency.
   *
   * @param amount refunds and discounts together
   * @param discounts on next orders, each at the value of this order, as if all were redeemed
   */
  public record MoneySum(
      String currency,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal discounts) {}

  /**
   * Adds up what rows with the same cells did under several rule sets.
   *
   * @param sheets the tables of the rule set
   * @param own the identities of its rows
   * @param uses the uses of each row of other rule sets and this one, with the identities there
   * @param cases the test cases by row
   */
  public static RuleSetUsage of(
      List<TableSheet> sheets,
      RowIdentities own,
      List<UsedRuleSet> uses,
      Map<RowPlace, List<String>> cases) {
    Map<String, RowUse> byIdentity = new HashMap<>();
    for (UsedRuleSet one : uses) {
      one.rows()
          .forEach(
              (place, use) ->
                  one.identities()
                      .at(place)
                      .ifPresent(identity -> byIdentity.merge(identity, use, RowUse::plus)));
    }
    List<RowUsage> rows = new ArrayList<>();
    for (TableSheet sheet : sheets) {
      for (Row row : sheet.table().rows()) {
        RowPlace place =
            new RowPlace(row.source().file(), row.source().sheet(), row.source().row());
        rows.add(
            usage(
                sheet.table().name(),
                place,
                own.at(place).map(byIdentity::get).orElse(null),
                cases.getOrDefault(place, List.of())));
      }
    }
    return new RuleSetUsage(rows);
  }

  /**
   * What the rows of a rule set did.
   *
   * @param rows by their places there
   */
  public record UsedRuleSet(RowIdentities identities, Map<RowPlace, RowUse> rows) {
    public UsedRuleSet {
      rows = Map.copyOf(rows);
    }
  }

  private static RowUsage usage(
      String table, RowPlace place, @Nullable RowUse use, List<String> cases) {
    return new RowUsage(
        table,
        place.file(),
        place.sheet(),
        place.row(),
        use == null ? 0 : use.decisions(),
        use == null
            ? List.of()
            : use.money().entrySet().stream()
                .map(one -> sum(one.getKey(), one.getValue()))
                .toList(),
        use == null ? null : use.lastUsed(),
        cases);
  }

  private static MoneySum sum(String currency, Amounts amounts) {
    return new MoneySum(currency, amounts.total(), amounts.discounts());
  }
}
