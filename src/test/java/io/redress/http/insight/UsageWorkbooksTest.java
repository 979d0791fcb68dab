package io.redress.http.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.check.compare.RuleSetChanges;
import io.redress.insight.usage.RuleSetUsage.MoneySum;
import io.redress.insight.usage.RuleSetUsage.RowUsage;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.ruleset.ShippedFiles;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.edit.UsageColumns;
import io.redress.rules.source.edit.UsageColumns.UsageColumn;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Row;
import io.redress.rules.table.SheetColumn;
import io.redress.rules.table.TableSheet;
import io.redress.rules.table.Tables;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The copy of each shipped workbook loads as the workbook itself. */
class UsageWorkbooksTest {
  private static final UsagePeriod PERIOD =
      new UsagePeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));
  private static final UsagePeriod NEXT =
      new UsagePeriod(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 29));
  private static final RuleSetFiles FILES = ShippedFiles.all();

  static Stream<String> workbooks() {
    return TableSheet.all(FILES.rules()).stream().map(one -> one.table().file()).distinct();
  }

  @ParameterizedTest
  @MethodSource("workbooks")
  void copyDecidesAsTheWorkbook(String file) {
    byte[] copy = copy(file, FILES.all().get(file), PERIOD, 12_345);
    Map<String, byte[]> files = new TreeMap<>(FILES.all());
    files.put(file, copy);

    List<RuleProblem> problems = new ArrayList<>();
    RuleSet after = RuleSet.read(RuleSetFiles.of(files), problems).orElseThrow();
    assertThat(problems).isEmpty();
    RuleSet before = RuleSet.read(FILES, new ArrayList<>()).orElseThrow();
    assertThat(after.rows()).isEqualTo(before.rows());
    RuleSetChanges changes =
        RuleSetChanges.between(FILES.all(), tables(FILES.all()), files, tables(files));
    assertThat(changes.tables()).isEmpty();
    for (DecisionTable table : before.tables().all()) {
      DecisionTable other = after.tables().table(table.name()).orElseThrow();
      assertThat(other.tests()).isEqualTo(table.tests());
      assertThat(other.rows().stream().map(Row::outcomes).toList())
          .isEqualTo(table.rows().stream().map(Row::outcomes).toList());
      assertThat(other.rows().stream().map(Row::remark).toList())
          .isEqualTo(table.rows().stream().map(Row::remark).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("workbooks")
  void copyHasTheUsageOfEachRowOnce(String file) {
    byte[] again = copy(file, copy(file, FILES.all().get(file), PERIOD, 12_345), NEXT, 678);

    for (TableSheet sheet : TableSheet.all(Map.of(file, again))) {
      List<SheetColumn> usage =
          sheet.columns().stream()
              .filter(column -> column.label().startsWith(UsageColumns.LABEL))
              .toList();
      assertThat(usage)
          .extracting(SheetColumn::label)
          .containsExactly(
              "Usage: decisions 2026-04-01 to 2026-06-29",
              "Usage: last used",
              "Usage: money",
              "Usage: test cases");
      for (Row row : sheet.table().rows()) {
        List<String> cells = sheet.rows().get(row.source().row() - TableSheet.FIRST_ROW);
        assertThat(cells.subList(cells.size() - 4, cells.size()))
            .containsExactly("678", "2026-03-09", "JPY 500; USD 12.25", "2");
      }
    }
  }

  private static byte[] copy(String file, byte[] workbook, UsagePeriod period, long decisions) {
    Map<String, List<UsageColumn>> columns = new HashMap<>();
    for (TableSheet sheet : TableSheet.all(Map.of(file, workbook))) {
      columns.put(
          sheet.table().sheet(),
          UsageWorkbooks.columns(
              period,
              sheet.table().rows().stream()
                  .map(row -> usage(sheet.table(), row.source().row(), decisions))
                  .toList()));
    }
    return UsageColumns.of(workbook, columns);
  }

  private static RowUsage usage(DecisionTable table, int row, long decisions) {
    return new RowUsage(
        table.name(),
        table.file(),
        table.sheet(),
        row,
        decisions,
        List.of(
            new MoneySum("JPY", new BigDecimal("500"), BigDecimal.ZERO),
            new MoneySum("USD", new BigDecimal("12.25"), BigDecimal.ZERO)),
        LocalDate.of(2026, 3, 9),
        List.of("one", "two"));
  }

  private static Tables tables(Map<String, byte[]> files) {
    return Tables.read(RuleSetFiles.of(files).rules(), new ArrayList<>());
  }
}
