package io.redress.console.home;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.console.Links;
import io.redress.console.RowsOfTable;
import io.redress.domain.decision.RuleSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often tables were used, and which rows were not.
 *
 * @param decisions number of decisions, the newest, that were evaluated
 * @param tables number of decisions that used each table, most first
 * @param unused rows that no decision used
 * @param titles what people call the tables, by name
 */
record TableUsage(
    int decisions, List<Bar> tables, List<RowsOfTable> unused, Map<String, String> titles) {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Row(String file, String sheet, int number) {}

  /**
   * @param answers JSON of the rule set's decisions
   * @param rows all rows of its tables
   * @param titles what people call its tables, by name
   */
  static TableUsage of(
      String version,
      List<String> answers,
      List<RuleSource.TableRow> rows,
      Map<String, String> titles) {
    Map<Row, Integer> used = new HashMap<>();
    Map<String, String> tables = new HashMap<>();
    rows.forEach(row -> tables.put(row.file() + "!" + row.sheet(), Links.tableOf(row)));
    Map<String, Integer> counts = new HashMap<>();
    for (String answer : answers) {
      Set<String> sheets = new HashSet<>();
      for (JsonNode step : trace(answer)) {
        Row row =
            new Row(
                step.path("file").asText(), step.path("sheet").asText(), step.path("row").asInt());
        used.merge(row, 1, Integer::sum);
        sheets.add(row.file() + "!" + row.sheet());
      }
      sheets.stream()
          .filter(tables::containsKey)
          .forEach(place -> counts.merge(tables.get(place), 1, Integer::sum));
    }
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(
        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    return new TableUsage(
        answers.size(),
        Bar.of(sorted, Map.Entry::getKey, Map.Entry::getValue),
        RowsOfTable.of(
            version,
            rows.stream()
                .filter(row -> !used.containsKey(new Row(row.file(), row.sheet(), row.row())))
                .toList()),
        titles);
  }

  /** What people call a table. */
  public String title(String table) {
    return titles.getOrDefault(table, table);
  }

  /** The percentage of the decisions, to one decimal. */
  public double percentOf(long part) {
    return Math.round(1000.0 * part / decisions) / 10.0;
  }

  /** The number of unused rows. */
  public int unusedRows() {
    return unused.stream().mapToInt(table -> table.rows().size()).sum();
  }

  private static JsonNode trace(String answer) {
    try {
      return JSON.readTree(answer).path("trace");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
