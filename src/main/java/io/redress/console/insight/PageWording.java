package io.redress.console.insight;

import io.redress.console.Messages;
import io.redress.console.answer.FactText;
import io.redress.insight.explain.Wording;
import io.redress.rules.table.SheetColumn;
import io.redress.rules.table.TableSheet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Names columns as their sheet does, and values by their words. Labels of sheets are in one
 * language, so a reader of another one gets the label of the fact first.
 */
final class PageWording implements Wording {
  private static final String DERIVED = "decisions.member.";

  private final FactText facts;
  private final Messages messages;
  private final Map<String, String> labels;

  PageWording(FactText facts, Messages messages, Optional<TableSheet> sheet) {
    this.facts = facts;
    this.messages = messages;
    this.labels =
        sheet.stream()
            .flatMap(table -> table.columns().stream())
            .filter(column -> !column.label().isBlank() && column.meaning().isPresent())
            .collect(
                Collectors.toMap(
                    column -> column.meaning().get().term().name(),
                    SheetColumn::label,
                    (condition, outcome) -> condition));
  }

  @Override
  public String column(String name) {
    Optional<String> fact = facts.labelOf(name);
    String label = labels.getOrDefault(name, fact.orElse(name));
    return messages.chinese() ? fact.or(() -> messages.find(DERIVED + name)).orElse(label) : label;
  }

  @Override
  public String value(String text) {
    return messages.words(text);
  }
}
