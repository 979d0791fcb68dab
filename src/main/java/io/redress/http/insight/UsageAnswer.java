package io.redress.http.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.insight.usage.RuleSetUsage.MoneySum;
import io.redress.insight.usage.RuleSetUsage.RowUsage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often rows of a rule set answered in a period.
 *
 * @param from the first day (UTC)
 * @param to the last day (UTC)
 * @param rows a page of all rows
 * @param unused all rows that no decision of the period used, by table
 */
public record UsageAnswer(
    String version,
    LocalDate from,
    LocalDate to,
    UsagePopulation population,
    List<RowAnswer> rows,
    List<UnusedRows> unused) {
  /** Ids of test cases that are listed of a row. */
  private static final int MAX_CASES = 20;

  /**
   * What the usage is of.
   *
   * @param decisions of the period
   * @param read how many of them were decided under rule sets whose rows were compared
   * @param ruleSets the number of these rule sets
   * @param rows in the tables, of which {@code unusedRows} were not used
   */
  public record UsagePopulation(
      long decisions, long read, int ruleSets, int rows, int unusedRows) {}

  /**
   * The usage of a row.
   *
   * @param row as the spreadsheet shows it
   * @param decisions to which it contributed
   * @param money of these decisions, by currency
   * @param lastUsed day of the last of them (UTC); absent when there are none
   * @param cases test cases in which it answers, at most 20 of them
   * @param caseCount how many there are
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RowAnswer(
      String table,
      String file,
      String sheet,
      int row,
      long decisions,
      List<MoneySum> money,
      @Nullable LocalDate lastUsed,
      List<String> cases,
      int caseCount) {
    static RowAnswer of(RowUsage usage) {
      return new RowAnswer(
          usage.table(),
          usage.file(),
          usage.sheet(),
          usage.row(),
          usage.decisions(),
          usage.money(),
          usage.lastUsed(),
          usage.cases().stream().limit(MAX_CASES).toList(),
          usage.cases().size());
    }
  }

  /** Rows of a table, as the spreadsheet shows them. */
  public record UnusedRows(String table, String file, String sheet, List<Integer> rows) {}

  /**
   * @param all the rows that were asked for
   */
  static UsageAnswer of(
      String version, UsageService.Usage usage, List<RowUsage> all, List<RowUsage> page) {
    List<RowUsage> unused = all.stream().filter(RowUsage::unused).toList();
    return new UsageAnswer(
        version,
        usage.period().from(),
        usage.period().to(),
        new UsagePopulation(
            usage.population().decisions(),
            usage.population().read(),
            usage.population().ruleSets(),
            all.size(),
            unused.size()),
        page.stream().map(RowAnswer::of).toList(),
        byTable(unused));
  }

  private static List<UnusedRows> byTable(List<RowUsage> unused) {
    Map<String, List<RowUsage>> byTable = new LinkedHashMap<>();
    for (RowUsage row : unused) {
      byTable.computeIfAbsent(row.table(), first -> new ArrayList<>()).add(row);
    }
    return byTable.values().stream()
        .map(
            rows ->
                new UnusedRows(
                    rows.get(0).table(),
                    rows.get(0).file(),
                    rows.get(0).sheet(),
                    rows.stream().map(RowUsage::row).toList()))
        .toList();
  }
}
