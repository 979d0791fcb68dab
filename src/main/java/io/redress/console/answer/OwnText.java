package io.redress.console.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.console.Messages;
import io.redress.console.answer.AnswerView.Detail;
import io.redress.domain.dispute.CustomFacts;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.table.OwnTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Facts and outcomes of the seller's own as text, with the labels that the rule set declares. */
final class OwnText {
  private final Messages messages;
  private final OwnTerms own;

  /**
   * @param rules the rule set that declares them; without it, names and values are shown as sent
   */
  OwnText(Messages messages, Optional<RuleSet> rules) {
    this.messages = messages;
    this.own = rules.map(known -> known.tables().terms().own()).orElse(OwnTerms.NONE);
  }

  /** All members of {@code custom}, in the order of the declarations, others last. */
  List<Detail> of(JsonNode custom) {
    List<String> order = own.declarations().stream().map(OwnTerms.Declaration::name).toList();
    return custom.properties().stream()
        .map(Map.Entry::getKey)
        .sorted(
            Comparator.comparingInt(
                name -> order.contains(name) ? order.indexOf(name) : order.size()))
        .map(name -> new Detail(label(name), value(name, custom.path(name))))
        .toList();
  }

  String label(String name) {
    Locale reader = Locale.forLanguageTag(messages.language());
    return own.named(name).map(declared -> declared.label(reader)).orElse(name);
  }

  String value(String name, JsonNode value) {
    Optional<CustomFacts.Type> type = own.named(name).map(OwnTerms.Declaration::type);
    if (value.isBoolean()) {
      return messages.say(value.booleanValue() ? "decide.yes" : "decide.no");
    }
    return switch (type.orElse(CustomFacts.Type.TEXT)) {
      case DATE -> messages.date(LocalDate.parse(value.asText()));
      case PERCENT -> messages.percent(new BigDecimal(value.asText()));
      case INTEGER, DECIMAL -> messages.number(new BigDecimal(value.asText()));
      case ENUM, CODE, TEXT, BOOLEAN -> value.asText();
    };
  }
}
