package io.redress.console.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.console.Messages;
import io.redress.console.Visitor;
import io.redress.console.answer.AnswerView.TraceStep;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.TableSheetCache;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.table.TableSheet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates the steps of an answer's trace, each row with its table. */
@Singleton
class TraceView {
  private final RuleSets ruleSets;
  private final TableSheetCache sheets;
  private final Visitor visitor;

  TraceView(RuleSets ruleSets, TableSheetCache sheets, Visitor visitor) {
    this.ruleSets = ruleSets;
    this.sheets = sheets;
    this.visitor = visitor;
  }

  /**
   * @param rules the rule set that decided; empty if it can no longer be read
   * @param decisionId of a recorded decision, whose rows are explained; null for others
   */
  List<TraceStep> of(
      JsonNode trace, Optional<RuleSet> rules, Messages messages, @Nullable String decisionId) {
    List<TraceStep> steps = new ArrayList<>();
    trace.forEach(one -> steps.add(step(one, rules, messages, decisionId)));
    return steps;
  }

  private TraceStep step(
      JsonNode source, Optional<RuleSet> rules, Messages messages, @Nullable String decisionId) {
    String rule = source.path("rule").asText();
    String file = source.path("file").asText();
    if (!source.has("sheet")) {
      String place = messages.say("answers.rule.place", file, source.path("line").asText());
      return new TraceStep(rule, place, true, null);
    }
    String sheet = source.path("sheet").asText();
    int row = source.path("row").asInt();
    Set<String> highlighted = new HashSet<>();
    source.path("cells").forEach(cell -> highlighted.add(cell.asText()));
    String place = messages.say("answers.trace.row", String.valueOf(row), file + ", " + sheet);
    return new TraceStep(
        rule,
        place,
        false,
        rules
            .filter(known -> visitor.seesRules())
            .flatMap(
                known ->
                    table(known, file, sheet)
                        .map(
                            table ->
                                HighlightedTable.of(
                                    table,
                                    known.id().version(),
                                    row,
                                    highlighted,
                                    decisionId,
                                    messages)))
            .orElse(null));
  }

  private Optional<TableSheet> table(RuleSet rules, String file, String sheet) {
    return ruleSets.find(rules.id().version()).stream()
        .flatMap(stored -> sheets.of(stored).stream())
        .filter(one -> one.table().file().equals(file) && one.table().sheet().equals(sheet))
        .findFirst();
  }
}
