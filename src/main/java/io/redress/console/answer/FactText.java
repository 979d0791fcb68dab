package io.redress.console.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.check.scenario.FactTree;
import io.redress.console.Messages;
import io.redress.console.answer.AnswerView.Detail;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.table.OwnTerms;
import io.redress.rules.table.Term;
import io.redress.rules.table.ValueType;
import io.redress.rules.table.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Labels and values of facts as text. */
public final class FactText {
  /** Facts with labels of their own in the form. */
  private static final Map<String, String> LABELS =
      Map.of(
          "disputeId", "decide.disputeId",
          "asOf", "decide.day",
          "disputeType", "decide.type",
          "reason", "decide.reason");

  /** How the numbers of a remedy are written. */
  private static final Map<String, String> GRANTED =
      new TreeMap<>(Map.of("amount", " %s", "quantity", " × %s", "percent", " %s%%"));

  private final Messages messages;
  private final OwnText own;

  /**
   * @param rules the rule set that read the facts; empty if it can no longer be read
   */
  public FactText(Messages messages, Optional<RuleSet> rules) {
    this.messages = messages;
    this.own = new OwnText(messages, rules);
  }

  /** All known facts, in the order sent. */
  public List<Detail> of(ObjectNode facts) {
    FactTree tree = new FactTree(facts);
    return tree.names().stream()
        .map(name -> new Detail(label(name), value(name, tree.value(name))))
        .toList();
  }

  /** The label of a fact by its dotted name. */
  public String label(String name) {
    if (name.startsWith(OwnTerms.PREFIX)) {
      return own.label(name.substring(OwnTerms.PREFIX.length()));
    }
    return messages.say(key(name));
  }

  /** The label of a fact; empty for what only rules know. */
  public Optional<String> labelOf(String name) {
    return name.startsWith(OwnTerms.PREFIX) ? Optional.of(label(name)) : messages.find(key(name));
  }

  /** The key of the label of a fact of the vocabulary. */
  static String key(String name) {
    return LABELS.getOrDefault(name, "decide.fact." + name);
  }

  /** The value of a fact as text. */
  public String value(String name, JsonNode value) {
    if (name.startsWith(OwnTerms.PREFIX)) {
      return own.value(name.substring(OwnTerms.PREFIX.length()), value);
    }
    if (name.equals("problem.defects")) {
      return listed(value, this::defect);
    }
    if (name.equals("granted")) {
      return listed(value, this::grant);
    }
    if (value.isArray()) {
      return listed(value, word -> messages.word(word.asText()));
    }
    if (value.isBoolean()) {
      return messages.say(value.booleanValue() ? "decide.yes" : "decide.no");
    }
    Optional<ValueType> type = Vocabulary.term(name).map(Term::type);
    if (type.filter(ValueType.ENUM::equals).isPresent()) {
      return messages.word(value.asText());
    }
    return type.filter(ValueType.DATE::equals).isPresent()
        ? messages.date(LocalDate.parse(value.asText()))
        : value.asText();
  }

  private String defect(JsonNode defect) {
    String pieces = defect.has("quantity") ? defect.path("quantity").asText() + " × " : "";
    String part = defect.has("part") ? " (" + defect.path("part").asText() + ")" : "";
    return pieces + messages.word(defect.path("type").asText()) + part;
  }

  private String grant(JsonNode grant) {
    StringBuilder text = new StringBuilder(messages.word(grant.path("type").asText()));
    GRANTED.forEach(
        (member, form) -> {
          if (grant.has(member)) {
            text.append(form.formatted(grant.path(member).asText()));
          }
        });
    if (grant.has("on")) {
      text.append(", ").append(messages.date(LocalDate.parse(grant.path("on").asText())));
    }
    if (grant.has("status")) {
      text.append(" (").append(messages.word(grant.path("status").asText())).append(')');
    }
    return text.toString();
  }

  private static String listed(
      JsonNode values, java.util.function.Function<JsonNode, String> text) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(text)
        .collect(Collectors.joining(", "));
  }
}
