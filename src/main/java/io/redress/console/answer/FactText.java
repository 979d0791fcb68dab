package io.redress.console.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.check.scenario.FactTree;
import io.redress.console.Messages;
import io.redress.console.answer.AnswerView.Detail;
import io.redress.rules.table.Term;
import io.redress.rules.table.ValueType;
import io.redress.rules.table.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Says facts in plain words. */
public final class FactText {
  /** Facts that the form asks for under headings of their own. */
  private static final Map<String, String> LABELS =
      Map.of(
          "disputeId", "decide.disputeId",
          "asOf", "decide.day",
          "disputeType", "decide.type",
          "reason", "decide.reason");

  private final Messages words;

  public FactText(Messages words) {
    this.words = words;
  }

  /** All that are known, in the order in which they were sent. */
  public List<Detail> of(ObjectNode facts) {
    FactTree tree = new FactTree(facts);
    return tree.names().stream()
        .map(name -> new Detail(label(name), value(name, tree.value(name))))
        .toList();
  }

  private String label(String name) {
    return words.say(LABELS.getOrDefault(name, "decide.fact." + name));
  }

  private String value(String name, JsonNode value) {
    if (name.equals("problem.defects")) {
      return listed(value, this::defect);
    }
    if (value.isArray()) {
      return listed(value, word -> words.word(word.asText()));
    }
    if (value.isBoolean()) {
      return words.say(value.booleanValue() ? "decide.yes" : "decide.no");
    }
    Optional<ValueType> type = Vocabulary.term(name).map(Term::type);
    if (type.filter(ValueType.ENUM::equals).isPresent()) {
      return words.word(value.asText());
    }
    return type.filter(ValueType.DATE::equals).isPresent()
        ? words.date(LocalDate.parse(value.asText()))
        : value.asText();
  }

  private String defect(JsonNode defect) {
    String pieces = defect.has("quantity") ? defect.path("quantity").asText() + " × " : "";
    String part = defect.has("part") ? " (" + defect.path("part").asText() + ")" : "";
    return pieces + words.word(defect.path("type").asText()) + part;
  }

  private static String listed(
      JsonNode values, java.util.function.Function<JsonNode, String> text) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(text)
        .collect(Collectors.joining(", "));
  }
}
