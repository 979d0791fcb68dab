package io.redress.check.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FactProblem;
import io.redress.rules.table.Term;
import io.redress.rules.table.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Facts as a client sends them, by their dotted names; it never changes. */
public record FactTree(ObjectNode json) {
  /** The day of the decision. */
  public static final String AS_OF = "asOf";

  private static final ObjectMapper MAPPER = DecisionJson.mapper();

  public static FactTree none() {
    return new FactTree(JsonNodeFactory.instance.objectNode());
  }

  public static FactTree of(Dispute dispute) {
    return new FactTree(asSent(MAPPER.valueToTree(dispute)));
  }

  /**
   * The facts of an example that shows what is wrong with tables or how they differ; what can not
   * be sent, such as what another table answered, is left out.
   *
   * @param example by name, in the form of their terms
   */
  public static FactTree of(Map<String, Object> example) {
    FactTree facts = none();
    for (Map.Entry<String, Object> one : example.entrySet()) {
      Term term = Vocabulary.term(one.getKey()).filter(Candidates::isFact).orElse(null);
      facts = term == null ? facts : facts.with(term.name(), sent(term, one.getValue()));
    }
    return facts;
  }

  private static JsonNode sent(Term term, Object value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (term.type()) {
      case BOOLEAN -> json.booleanNode(Boolean.parseBoolean(value.toString()));
      case INTEGER -> json.numberNode(new BigDecimal(value.toString()).longValueExact());
      case DECIMAL, PERCENT ->
          json.textNode(new BigDecimal(value.toString()).stripTrailingZeros().toPlainString());
      case DATE -> json.textNode(value.toString());
      case ENUM, TEXT, CODE ->
          value instanceof Collection<?> words
              ? MAPPER.valueToTree(words)
              : json.textNode(value.toString());
    };
  }

  /** Amounts are sent as decimal texts, and what is empty is not sent at all. */
  private static ObjectNode asSent(ObjectNode object) {
    for (Iterator<Map.Entry<String, JsonNode>> fields = object.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      if (field.getValue() instanceof ObjectNode group) {
        asSent(group);
      } else if (field.getValue().isBigDecimal()) {
        String amount = field.getValue().decimalValue().toPlainString();
        field.setValue(JsonNodeFactory.instance.textNode(amount));
      }
      if (field.getValue().isContainerNode() && field.getValue().isEmpty()) {
        fields.remove();
      }
    }
    return object;
  }

  /** A missing node where the fact is not known. */
  public JsonNode value(String name) {
    return json.at("/" + name.replace('.', '/'));
  }

  /** The day of the decision, which must be known. */
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

  /** What keeps the fact, by itself, from being sent. */
  public List<FactProblem> faults(String name) {
    String pointer = "/" + name.replace('.', '/');
    return DisputeReader.read(json, country -> LocalDate.MAX)
        .fold(
            dispute -> List.of(),
            faults -> faults.stream().filter(one -> one.pointer().startsWith(pointer)).toList());
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
