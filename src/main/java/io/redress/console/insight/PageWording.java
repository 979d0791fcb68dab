package io.redress.console.insight;

import io.redress.console.Messages;
import io.redress.console.answer.FactText;
import io.redress.console.answer.TableText;
import io.redress.insight.explain.Wording;
import io.redress.rules.table.TableSheet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names columns as the page of their table does, and values by their words. */
final class PageWording implements Wording {
  private final FactText facts;
  private final Messages messages;
  private final TableText words;
  private final Map<String, String> labels;

  PageWording(FactText facts, Messages messages, Optional<TableSheet> sheet) {
    this.facts = facts;
    this.messages = messages;
    this.words = new TableText(messages);
    this.labels =
        sheet.stream()
            .flatMap(
                table ->
                    table.columns().stream()
                        .filter(column -> column.meaning().isPresent())
                        .map(
                            column ->
                                Map.entry(
                                    column.meaning().get().term().name(),
                                    words.label(table, column))))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (condition, outcome) -> condition));
  }

  @Override
  public String column(String name) {
    return Optional.ofNullable(labels.get(name))
        .or(() -> facts.labelOf(name))
        .or(() -> words.label(name))
        .orElse(name);
  }

  @Override
  public String value(String text) {
    return messages.words(text);
  }
}
