package io.redress.console.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.check.verify.Finding.Severity;
import io.redress.console.Links;
import io.redress.console.answer.TableText;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.table.HitPolicy;
import io.redress.rules.table.TableSheet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of a rule set by workbook, for the list of tables. */
record TableList(List<Workbook> workbooks) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A workbook with its tables, in sheet order. */
  public record Workbook(String file, List<Row> tables) {
    /** The download link. */
    public String address(String version) {
      return Links.file(version, file);
    }

    /** The download link of the copy with the usage of its rows. */
    public String withUsage(String version) {
      return Links.usage(version, file);
    }
  }

  /**
   * A table in the list.
   *
   * @param title in the reader's language
   * @param purpose what it is for, in the reader's language; empty if the workbook does not say
   * @param errors number of findings by severity, as {@code warnings} and {@code notes}
   */
  public record Row(
      String name,
      String sheet,
      String title,
      String purpose,
      int rows,
      HitPolicy hitPolicy,
      int errors,
      int warnings,
      int notes) {}

  static TableList of(StoredRuleSet ruleSet, List<TableSheet> grids, TableText words) {
    Map<String, Map<Severity, Integer>> findings = findings(ruleSet);
    Map<String, List<Row>> byFile = new LinkedHashMap<>();
    for (TableSheet grid : grids) {
      var table = grid.table();
      Map<Severity, Integer> found = findings.getOrDefault(table.name(), Map.of());
      byFile
          .computeIfAbsent(table.file(), file -> new ArrayList<>())
          .add(
              new Row(
                  table.name(),
                  table.sheet(),
                  words.title(grid),
                  words.purpose(grid).orElse(""),
                  table.rows().size(),
                  table.hitPolicy(),
                  found.getOrDefault(Severity.ERROR, 0),
                  found.getOrDefault(Severity.WARNING, 0),
                  found.getOrDefault(Severity.NOTE, 0)));
    }
    return new TableList(
        byFile.entrySet().stream()
            .map(entry -> new Workbook(entry.getKey(), entry.getValue()))
            .toList());
  }

  /** The number of findings by table and severity, from the admission report. */
  private static Map<String, Map<Severity, Integer>> findings(StoredRuleSet ruleSet) {
    Map<String, Map<Severity, Integer>> findings = new HashMap<>();
    try {
      for (JsonNode finding : JSON.readTree(ruleSet.report()).path("findings")) {
        findings
            .computeIfAbsent(finding.path("table").asText(), table -> new EnumMap<>(Severity.class))
            .merge(Severity.valueOf(finding.path("severity").asText()), 1, Integer::sum);
      }
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
    return findings;
  }
}
