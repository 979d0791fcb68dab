package io.redress.console.rulesets;

import io.redress.decision.RuleSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of one table that no test case covers. */
public record UncoveredRows(String table, String href, List<RowLink> rows) {
  public UncoveredRows {
    rows = List.copyOf(rows);
  }

  /** Rows of a rule set by their tables. */
  public static List<UncoveredRows> of(String version, List<RuleSource.TableRow> rows) {
    Map<String, List<RowLink>> byTable =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    Links::tableOf,
                    LinkedHashMap::new,
                    Collectors.mapping(
                        row -> new RowLink(row.row(), Links.row(version, row)),
                        Collectors.toList())));
    return byTable.entrySet().stream()
        .map(
            table ->
                new UncoveredRows(
                    table.getKey(), Links.table(version, table.getKey()), table.getValue()))
        .toList();
  }
}
