package io.redress.http.insight;

import io.redress.http.insight.UsageService.Usage;
import io.redress.http.problem.ProblemType;
import io.redress.http.rulesets.RuleSetFileDownloads;
import io.redress.insight.usage.RuleSetUsage.RowUsage;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.source.edit.UsageColumns;
import io.redress.rules.source.edit.UsageColumns.UsageColumn;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Workbooks of a rule set with the usage of each row as columns, which load like the workbook. */
@Singleton
public class UsageWorkbooks {
  private final RuleSetFileDownloads files;
  private final UsageService service;
  private final Clock clock;

  UsageWorkbooks(RuleSetFileDownloads files, UsageService service, Clock clock) {
    this.files = files;
    this.service = service;
    this.clock = clock;
  }

  /**
   * The copy of a workbook, with the usage of the last 90 days.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when it has no tables
   */
  public Response copy(StoredRuleSet ruleSet, String file) {
    Usage usage = service.of(ruleSet, UsagePeriod.latest(clock.instant()));
    Map<String, List<RowUsage>> bySheet =
        usage.rows().rows().stream()
            .filter(row -> row.file().equals(file))
            .collect(Collectors.groupingBy(RowUsage::sheet));
    if (bySheet.isEmpty()) {
      throw ProblemType.NOT_FOUND.with(
          "The rule set has no workbook of decision tables of this name. See /v1/rulesets/"
              + ruleSet.version()
              + "/files.");
    }
    Map<String, List<UsageColumn>> columns = new HashMap<>();
    bySheet.forEach((sheet, rows) -> columns.put(sheet, columns(usage.period(), rows)));
    return files.changed(ruleSet, file, content -> UsageColumns.of(content, columns));
  }

  static List<UsageColumn> columns(UsagePeriod period, List<RowUsage> rows) {
    return List.of(
        column(
            "decisions " + period.from() + " to " + period.to(),
            rows,
            row -> BigDecimal.valueOf(row.decisions())),
        column("last used", rows, RowUsage::lastUsed),
        column(
            "money",
            rows,
            row ->
                row.money().isEmpty()
                    ? null
                    : row.money().stream()
                        .map(sum -> sum.currency() + " " + sum.amount().toPlainString())
                        .collect(Collectors.joining("; "))),
        column("test cases", rows, row -> BigDecimal.valueOf(row.cases().size())));
  }

  private static UsageColumn column(
      String label, List<RowUsage> rows, Function<RowUsage, @Nullable Object> value) {
    Map<Integer, Object> cells = new HashMap<>();
    for (RowUsage row : rows) {
      Object cell = value.apply(row);
      if (cell != null) {
        cells.put(row.row(), cell);
      }
    }
    return new UsageColumn(label, cells);
  }
}
