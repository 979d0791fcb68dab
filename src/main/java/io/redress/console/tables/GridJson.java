package io.redress.console.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.console.Messages;
import io.redress.console.answer.TableText;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.KnownCodes;
import io.redress.rules.table.Column;
import io.redress.rules.table.SheetColumn;
import io.redress.rules.table.TableSheet;
import io.redress.rules.table.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON of a table for the script of its page. */
record GridJson(
    String version,
    boolean active,
    String table,
    int first,
    List<JsonColumn> columns,
    List<List<String>> rows,
    Map<String, String> labels) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Longer lists, such as ISO codes, are no useful choice. */
  private static final int MAX_CHOICES = 300;

  /**
   * A column.
   *
   * @param label in the reader's language
   * @param sheetLabel as in row 2
   * @param kind condition, outcome or remark
   * @param type as {@link io.redress.rules.table.ValueType}; TEXT for remarks
   * @param allowed the codes to choose from
   * @param open whether other codes can be typed, too
   */
  record JsonColumn(
      String letter,
      String title,
      String label,
      String sheetLabel,
      String kind,
      String type,
      boolean list,
      List<String> allowed,
      boolean open) {

    static JsonColumn of(SheetColumn column, String label, Optional<KnownCodes> codes) {
      String letter = column.letters();
      if (column.meaning().isEmpty()) {
        return new JsonColumn(
            letter,
            column.title(),
            label,
            column.label(),
            "remark",
            "TEXT",
            false,
            List.of(),
            true);
      }
      Column meaning = column.meaning().get();
      Term term = meaning.term();
      List<String> choices = codes.map(known -> known.choices(term)).orElse(term.allowed());
      return new JsonColumn(
          letter,
          column.title(),
          label,
          column.label(),
          meaning.outcome() ? "outcome" : "condition",
          term.type().name(),
          term.list(),
          choices.size() <= MAX_CHOICES ? choices : List.of(),
          term.allowed().isEmpty());
    }
  }

  /**
   * JSON that is safe inside a script element: {@code <} is escaped.
   *
   * @param codes of the rule set; empty if it cannot be read
   */
  static String of(
      StoredRuleSet ruleSet, TableSheet grid, Optional<KnownCodes> codes, Messages messages) {
    TableText words = new TableText(messages);
    GridJson json =
        new GridJson(
            ruleSet.version(),
            ruleSet.status() == RuleSetStatus.ACTIVE,
            grid.table().name(),
            TableSheet.FIRST_ROW,
            grid.columns().stream()
                .map(column -> JsonColumn.of(column, words.label(grid, column), codes))
                .toList(),
            grid.rows(),
            messages.words());
    try {
      return JSON.writeValueAsString(json).replace("<", "\\u003c");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
