package io.redress.console.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.source.Cell;
import io.redress.rules.table.Column;
import io.redress.rules.table.GridColumn;
import io.redress.rules.table.TableGrid;
import io.redress.rules.table.Term;
import java.util.List;

/** A table for the script that shows and edits it. */
record GridJson(
    String version,
    boolean active,
    String table,
    int first,
    List<JsonColumn> columns,
    List<List<String>> rows) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A whole ISO list helps nobody to choose. */
  private static final int MOST_WORDS = 300;

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

    static JsonColumn of(GridColumn column) {
      String letter = Cell.address(column.position(), 1).replace("1", "");
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
          term.allowed().size() <= MOST_WORDS ? term.allowed() : List.of());
    }
  }

  /** As it may stand inside a page: without the one character that could end a script. */
  static String of(StoredRuleSet ruleSet, TableGrid grid) {
    GridJson json =
        new GridJson(
            ruleSet.version(),
            ruleSet.status() == RuleSetStatus.ACTIVE,
            grid.table().name(),
            TableGrid.FIRST_ROW,
            grid.columns().stream().map(JsonColumn::of).toList(),
            grid.rows());
    try {
      return JSON.writeValueAsString(json).replace("<", "\\u003c");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
