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
 * Which tables decided, and which rows did not.
 *
 * @param decisions that were looked at, the newest
 * @param tables how many of them each table had a part in, the most first
 * @param unused rows that had a part in none
 */
record TableUsage(int decisions, List<Bar> tables, List<RowsOfTable> unused) {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Row(String file, String sheet, int number) {}

  /**
   * @param answers as they were sent, of the rule set's decisions
   * @param rows of all of its tables
   */
  static TableUsage of(String version, List<String> answers, List<RuleSource.TableRow> rows) {
    Map<Row, Integer> used = new HashMap<>();
    Map<String, String> tables = new HashMap<>();
    rows.forEach(row -> tables.put(row.file() + "!" + row.sheet(), Links.tableOf(row)));
    Map<String, Integer> asked = new HashMap<>();
    for (String answer : answers) {
      Set<String> once = new HashSet<>();
      for (JsonNode step : trace(answer)) {
        Row row =
            new Row(
                step.path("file").asText(), step.path("sheet").asText(), step.path("row").asInt());
        used.merge(row, 1, Integer::sum);
        once.add(row.file() + "!" + row.sheet());
      }
      once.stream()
          .filter(tables::containsKey)
          .forEach(place -> asked.merge(tables.get(place), 1, Integer::sum));
    }
    List<Map.Entry<String, Integer>> most = new ArrayList<>(asked.entrySet());
    most.sort(
        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    return new TableUsage(
        answers.size(),
        Bar.of(most, Map.Entry::getKey, Map.Entry::getValue),
        RowsOfTable.of(
            version,
            rows.stream()
                .filter(row -> !used.containsKey(new Row(row.file(), row.sheet(), row.row())))
                .toList()));
  }

  /** Which part of the decisions so many are, to a tenth. */
  public double percentOf(long some) {
    return Math.round(1000.0 * some / decisions) / 10.0;
  }

  /** How many rows had a part in none. */
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
