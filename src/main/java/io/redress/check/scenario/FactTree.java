package io.redress.check.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.dispute.CustomFacts;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FactProblem;
import io.redress.platform.text.PlainNumber;
import io.redress.rules.table.Term;
import io.redress.rules.table.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Facts as a client sends them, by their dotted names; immutable. */
public record FactTree(ObjectNode json) {
  /** The day of the decision. */
  public static final String AS_OF = "asOf";

  /** Decimals that are sent as numbers. */
  private static final Set<String> PERCENTAGES = Set.of("percent");

  private static final ObjectMapper MAPPER = DecisionJson.mapper();

  public static FactTree none() {
    return new FactTree(JsonNodeFactory.instance.objectNode());
  }

  public static FactTree of(Dispute dispute) {
    return new FactTree(asSent(MAPPER.valueToTree(dispute)));
  }

  /**
   * The facts of an example of a finding or region. Terms that are not facts, such as outcomes of
   * other tables, are left out.
   *
   * @param example values by name, of their terms' types
   * @param terms of the rule set
   * @throws IllegalArgumentException if a value is not of its term's type
   * @throws ArithmeticException if a whole number has decimals or is too large
   */
  public static FactTree of(Map<String, Object> example, Terms terms) {
    FactTree facts = none();
    for (Map.Entry<String, Object> one : example.entrySet()) {
      Term term = terms.named(one.getKey()).filter(Candidates::isFact).orElse(null);
      facts = term == null ? facts : facts.with(term.name(), sent(term, one.getValue()));
    }
    return facts;
  }

  private static JsonNode sent(Term term, Object value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (term.type()) {
      case BOOLEAN -> json.booleanNode(Boolean.parseBoolean(value.toString()));
      case INTEGER -> json.numberNode(number(value).longValueExact());
      case DECIMAL, PERCENT -> json.textNode(number(value).stripTrailingZeros().toPlainString());
      case DATE -> json.textNode(value.toString());
      case ENUM, TEXT, CODE ->
          value instanceof Collection<?> words
              ? MAPPER.valueToTree(words)
              : json.textNode(value.toString());
    };
  }

  private static BigDecimal number(Object value) {
    return PlainNumber.parse(value.toString())
        .orElseThrow(() -> new IllegalArgumentException("not a number that can be written out"));
  }

  /** Writes amounts as decimal strings, and removes empty objects and lists. */
  private static ObjectNode asSent(ObjectNode facts) {
    for (Iterator<Map.Entry<String, JsonNode>> fields = facts.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      if (field.getValue() instanceof ObjectNode group) {
        asSent(group);
      } else if (field.getValue() instanceof ArrayNode elements) {
        elements.forEach(
            element -> {
              if (element instanceof ObjectNode object) {
                asSent(object);
              }
            });
      } else if (field.getValue().isBigDecimal() && !PERCENTAGES.contains(field.getKey())) {
        String amount = field.getValue().decimalValue().toPlainString();
        field.setValue(JsonNodeFactory.instance.textNode(amount));
      }
      if (field.getValue().isContainerNode() && field.getValue().isEmpty()) {
        fields.remove();
      }
    }
    return facts;
  }

  /** A missing node if the fact is unknown. */
  public JsonNode value(String name) {
    return json.at("/" + name.replace('.', '/'));
  }

  /** The day of the decision; the facts must have it. */
  public LocalDate asOf() {
    return LocalDate.parse(value(AS_OF).textValue());
  }

  public FactTree with(String name, JsonNode value) {
    ObjectNode copy = json.deepCopy();
    group(copy, name).set(name.substring(name.lastIndexOf('.') + 1), value);
    return new FactTree(copy);
  }

  public FactTree without(String name) {
    ObjectNode copy = json.deepCopy();
    group(copy, name).remove(name.substring(name.lastIndexOf('.') + 1));
    return new FactTree(asSent(copy));
  }

  private static ObjectNode group(ObjectNode json, String name) {
    int point = name.indexOf('.');
    return point < 0 ? json : json.withObject("/" + name.substring(0, point));
  }

  /**
   * The problems of one fact; those of all facts if the name is empty.
   *
   * @param custom the facts of the seller's own that are declared
   */
  public List<FactProblem> problems(String name, CustomFacts custom) {
    String pointer = "/" + name.replace('.', '/');
    return DisputeReader.read(json, custom, country -> LocalDate.MAX)
        .fold(
            dispute -> List.of(),
            problems ->
                problems.stream().filter(one -> one.pointer().startsWith(pointer)).toList());
  }

  /** The names of all known facts. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    json.fields()
        .forEachRemaining(
            field -> {
              if (field.getValue().isObject()) {
                field
                    .getValue()
                    .fieldNames()
                    .forEachRemaining(inner -> names.add(field.getKey() + "." + inner));
              } else {
                names.add(field.getKey());
              }
            });
    return names;
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
