package io.redress.console;

import io.redress.domain.decision.RuleSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Links to rows of one table. */
public record RowsOfTable(String table, String href, List<RowLink> rows) {
  public RowsOfTable {
    rows = List.copyOf(rows);
  }

  /** Groups rows of a rule set by table. */
  public static List<RowsOfTable> of(String version, List<RuleSource.TableRow> rows) {
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
                new RowsOfTable(
                    table.getKey(), Links.table(version, table.getKey()), table.getValue()))
        .toList();
  }
}
