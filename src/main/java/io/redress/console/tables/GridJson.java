package io.redress.console.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.table.Column;
import io.redress.rules.table.SheetColumn;
import io.redress.rules.table.TableSheet;
import io.redress.rules.table.Term;
import java.util.List;

/** The JSON of a table for the script of its page. */
record GridJson(
    String version,
    boolean active,
    String table,
    int first,
    List<JsonColumn> columns,
    List<List<String>> rows) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Longer lists, such as ISO codes, are no useful choice. */
  private static final int MAX_CHOICES = 300;

  /**
   * A column.
   *
   * @param kind condition, outcome or remark
   * @param type as {@link io.redress.rules.table.ValueType}; TEXT for remarks
   */
  record JsonColumn(
      String letter,
      String title,
      String label,
      String kind,
      String type,
      boolean list,
      List<String> allowed) {

    static JsonColumn of(SheetColumn column) {
      String letter = column.letters();
      if (column.meaning().isEmpty()) {
        return new JsonColumn(
            letter, column.title(), column.label(), "remark", "TEXT", false, List.of());
      }
      Column meaning = column.meaning().get();
      Term term = meaning.term();
      return new JsonColumn(
          letter,
          column.title(),
          column.label(),
          meaning.outcome() ? "outcome" : "condition",
          term.type().name(),
          term.list(),
          term.allowed().size() <= MAX_CHOICES ? term.allowed() : List.of());
    }
  }

  /** JSON that is safe inside a script element: {@code <} is escaped. */
  static String of(StoredRuleSet ruleSet, TableSheet grid) {
    GridJson json =
        new GridJson(
            ruleSet.version(),
            ruleSet.status() == RuleSetStatus.ACTIVE,
            grid.table().name(),
            TableSheet.FIRST_ROW,
            grid.columns().stream().map(JsonColumn::of).toList(),
            grid.rows());
    try {
      return JSON.writeValueAsString(json).replace("<", "\\u003c");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
