package io.redress.console.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.console.Messages;
import io.redress.console.Visitor;
import io.redress.console.answer.AnswerView.Ground;
import io.redress.rules.ruleset.RuleSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows the trace of an answer, each row in its table. */
@Singleton
class TraceView {
  private final SheetCache sheets;
  private final Visitor visitor;

  TraceView(SheetCache sheets, Visitor visitor) {
    this.sheets = sheets;
    this.visitor = visitor;
  }

  /**
   * @param rules that decided; empty when they can not be read any more
   */
  List<Ground> of(JsonNode trace, Optional<RuleSet> rules, Messages words) {
    List<Ground> grounds = new ArrayList<>();
    trace.forEach(one -> grounds.add(ground(one, rules, words)));
    return grounds;
  }

  private Ground ground(JsonNode source, Optional<RuleSet> rules, Messages words) {
    String rule = source.path("rule").asText();
    String file = source.path("file").asText();
    if (!source.has("sheet")) {
      String place = words.say("answers.rule.place", file, source.path("line").asText());
      return new Ground(rule, place, null);
    }
    String sheet = source.path("sheet").asText();
    int row = source.path("row").asInt();
    Set<String> lit = new HashSet<>();
    source.path("cells").forEach(cell -> lit.add(cell.asText()));
    String place = words.say("answers.why.row", String.valueOf(row), file + ", " + sheet);
    return new Ground(
        rule,
        place,
        rules
            .filter(known -> visitor.seesRules())
            .flatMap(
                known ->
                    sheets
                        .table(known, file, sheet)
                        .map(table -> HighlightedTable.of(table, known.id().version(), row, lit)))
            .orElse(null));
  }
}
