package io.redress.console.usage;

import io.redress.console.Links;
import io.redress.console.Messages;
import io.redress.console.RowLink;
import io.redress.console.answer.TableText;
import io.redress.http.insight.UsageService.Usage;
import io.redress.insight.usage.RuleSetUsage.RowUsage;
import io.redress.journal.read.StoredUsage.Population;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.table.TableSheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The usage of a rule set, for its page.
 *
 * @param unused rows that no decision used, by table
 * @param most the rows that most decisions used, most first
 */
record UsageView(
    StoredRuleSet ruleSet,
    LocalDate from,
    LocalDate to,
    Population population,
    List<Unused> unused,
    List<Used> most,
    List<Workbook> workbooks) {
  private static final int MAX_USED = 20;

  /** Links to unused rows of a table. */
  private static final int MAX_ROWS = 300;

  /**
   * Rows of a table that no decision used.
   *
   * @param count of all of them
   * @param rows the first of them
   */
  record Unused(String title, String href, int all, int count, List<RowLink> rows) {
    /** The number of those that are not listed. */
    public int more() {
      return count - rows.size();
    }
  }

  /** A row that decisions used. */
  record Used(String title, String href, RowUsage usage, String money) {}

  /** The download of a workbook with usage. */
  record Workbook(String file, String href) {}

  static UsageView of(
      StoredRuleSet ruleSet, List<TableSheet> sheets, Usage usage, Messages messages) {
    TableText words = new TableText(messages);
    Map<String, String> titles = new LinkedHashMap<>();
    sheets.forEach(sheet -> titles.put(sheet.table().name(), words.title(sheet)));
    Map<String, List<RowUsage>> byTable =
        usage.rows().rows().stream()
            .collect(
                Collectors.groupingBy(RowUsage::table, LinkedHashMap::new, Collectors.toList()));
    String version = ruleSet.version();
    List<Unused> unused = new ArrayList<>();
    byTable.forEach(
        (table, rows) -> {
          List<RowUsage> none = rows.stream().filter(RowUsage::unused).toList();
          if (!none.isEmpty()) {
            unused.add(
                new Unused(
                    titles.getOrDefault(table, table),
                    Links.table(version, table),
                    rows.size(),
                    none.size(),
                    none.stream()
                        .limit(MAX_ROWS)
                        .map(row -> new RowLink(row.row(), Links.row(version, table, row.row())))
                        .toList()));
          }
        });
    return new UsageView(
        ruleSet,
        usage.period().from(),
        usage.period().to(),
        usage.population(),
        unused,
        usage.rows().rows().stream()
            .filter(row -> !row.unused())
            .sorted(Comparator.comparingLong(RowUsage::decisions).reversed())
            .limit(MAX_USED)
            .map(
                row ->
                    new Used(
                        titles.getOrDefault(row.table(), row.table()),
                        Links.row(version, row.table(), row.row()),
                        row,
                        money(row, messages)))
            .toList(),
        sheets.stream()
            .map(sheet -> sheet.table().file())
            .distinct()
            .map(file -> new Workbook(file, Links.usage(version, file)))
            .toList());
  }

  static String money(RowUsage row, Messages messages) {
    return row.money().stream()
        .map(sum -> messages.money(sum.amount(), sum.currency()))
        .collect(Collectors.joining(" + "));
  }

  /** Whether nothing can be said about rows. */
  public boolean nothingDecided() {
    return population.read() == 0;
  }

  /** The number of decisions whose rules were not compared. */
  public long leftOut() {
    return population.decisions() - population.read();
  }

  /** The number of rows that no decision used. */
  public int unusedRows() {
    return unused.stream().mapToInt(Unused::count).sum();
  }
}
