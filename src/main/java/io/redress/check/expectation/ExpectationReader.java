package io.redress.check.expectation;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.redress.platform.text.ClosestWord;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.source.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a case expects of a decision.
 *
 * <p>Names are nested or dotted. A value is compared
 *
 * <ul>
 *   <li>by value when it is a number, letter by letter when it is a text;
 *   <li>as a range when it reads {@code [5..7]}, {@code (5..7)}, {@code >= 5} or the like, or is an
 *       object of {@code from} and {@code to}, both included: numbers or days;
 *   <li>with each of {@code anyOf};
 *   <li>with a part of it by {@code contains}: elements of a list, or words of a text;
 *   <li>as absent when it is {@code absent} or {@code null}.
 * </ul>
 *
 * An object expects at least its fields, a list exactly its elements in their order. A word in
 * place of an object means the action's {@code type}, the warning's {@code code}, the rule's {@code
 * rule}. A name that no decision has, or a word that can not stand there, is a fault.
 */
public final class ExpectationReader {
  static final Set<String> LISTS = Set.of("anyOf", "contains");
  static final Set<String> OPERATORS = Set.of("anyOf", "contains", "from", "to");

  private final ExpectationProblems faults;
  private final RangeReader ranges;

  public ExpectationReader(ExpectationProblems faults) {
    this.faults = faults;
    this.ranges = new RangeReader(faults);
  }

  /** What is expected of a whole decision; the pointer is the node's, for the faults. */
  public Expectation read(JsonNode node, String pointer) {
    return read(node, DecisionNames.decision(), pointer);
  }

  /** What is expected of the facts, as a client sends them. */
  public Expectation readFacts(JsonNode node, String pointer) {
    return read(node, DecisionNames.facts(), pointer);
  }

  /** Whether what a dotted name expects is written as a list: so is a list, and a choice. */
  public static boolean takesList(String name) {
    return DecisionNames.holdsSeveral(name);
  }

  private Expectation read(JsonNode node, JavaType type, String pointer) {
    if (node.isObject()) {
      boolean compares = !node.isEmpty() && OPERATORS.contains(node.fieldNames().next());
      return compares ? operators(node, type, pointer) : subset(node, type, pointer);
    }
    if (node.isArray()) {
      if (!type.isCollectionLikeType()) {
        faults.add(
            pointer,
            ProblemCode.WRONG_TYPE,
            node,
            "no list stands there.",
            "For one of several write {anyOf: [...]}.");
      }
      return new Expectation.Elements(each(node, elementOf(type), pointer));
    }
    return scalar(node, type, pointer);
  }

  private Expectation subset(JsonNode node, JavaType type, String pointer) {
    List<Expectation.Subset.Named> fields = new ArrayList<>();
    for (Iterator<Map.Entry<String, JsonNode>> all = node.fields(); all.hasNext(); ) {
      Map.Entry<String, JsonNode> field = all.next();
      named(field.getKey(), field.getValue(), type, LocatedJson.pointer(pointer, field.getKey()))
          .ifPresent(fields::add);
    }
    if (node.isEmpty()) {
      faults.add(
          pointer,
          ProblemCode.EXPECTS_NOTHING,
          node,
          "nothing is expected.",
          "Name at least one value.");
    }
    return new Expectation.Subset(fields);
  }

  private Optional<Expectation.Subset.Named> named(
      String name, JsonNode value, JavaType type, String pointer) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    boolean compares = OPERATORS.contains(last) && !last.equals(name);
    String dotted = compares ? name.substring(0, name.lastIndexOf('.')) : name;
    List<String> path = List.of(dotted.split("\\.", -1));
    JavaType reached = type;
    for (String step : path) {
      Map<String, JavaType> fields = DecisionNames.fields(reached);
      if (!fields.containsKey(step)) {
        unknown(name, step, fields.keySet(), pointer);
        return Optional.empty();
      }
      reached = fields.get(step);
    }
    Expectation expectation =
        compares ? operator(last, value, reached, pointer) : read(value, reached, pointer);
    return Optional.of(new Expectation.Subset.Named(path, expectation));
  }

  private void unknown(String name, String step, Collection<String> known, String pointer) {
    String hint =
        known.isEmpty() ? "Nothing is inside this value." : ClosestWord.advice(step, known);
    faults.add(
        pointer, ProblemCode.UNKNOWN_NAME, name, "nothing is called " + name + " there.", hint);
  }

  private Expectation operators(JsonNode node, JavaType type, String pointer) {
    List<Expectation.Subset.Named> all = new ArrayList<>();
    for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      String inside = LocatedJson.pointer(pointer, field.getKey());
      if (OPERATORS.contains(field.getKey())) {
        Expectation one = operator(field.getKey(), field.getValue(), type, inside);
        all.add(new Expectation.Subset.Named(List.of(), one));
      } else {
        unknown(field.getKey(), field.getKey(), OPERATORS, inside);
      }
    }
    return all.size() == 1 ? all.get(0).expectation() : new Expectation.Subset(all);
  }

  private Expectation operator(String operator, JsonNode value, JavaType type, String pointer) {
    if (!LISTS.contains(operator)) {
      Bound bound = ranges.bound(value.asText(), value, pointer);
      return operator.equals("from")
          ? new Expectation.Within(bound, true, null, false)
          : new Expectation.Within(null, false, bound, true);
    }
    JsonNode several = value.isArray() ? value : JsonNodeFactory.instance.arrayNode().add(value);
    if (several.isEmpty()) {
      faults.add(
          pointer,
          ProblemCode.EXPECTS_NOTHING,
          value,
          "the list of " + operator + " is empty.",
          "Fill it.");
    }
    if (operator.equals("anyOf")) {
      return new Expectation.AnyOf(each(several, type, pointer));
    }
    if (type.isCollectionLikeType()) {
      return new Expectation.Holds(each(several, elementOf(type), pointer));
    }
    List<String> texts = new ArrayList<>();
    several.forEach(text -> texts.add(text.asText()));
    return new Expectation.Mentions(texts);
  }

  private List<Expectation> each(JsonNode array, JavaType type, String pointer) {
    List<Expectation> each = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      each.add(read(array.get(i), type, pointer + "/" + i));
    }
    return each;
  }

  private static JavaType elementOf(JavaType type) {
    return type.isCollectionLikeType() ? type.getContentType() : type;
  }

  private Expectation scalar(JsonNode node, JavaType type, String pointer) {
    if (node.isNull() || node.asText().equals("absent")) {
      return new Expectation.Absent();
    }
    if (node.isNumber()) {
      return Expectation.Within.exactly(node.decimalValue());
    }
    Optional<Expectation> range = ranges.read(node, pointer);
    if (range.isPresent()) {
      return range.get();
    }
    String name = DecisionNames.isObject(type) ? DecisionNames.nameOf(type) : null;
    if (name != null) {
      return named(name, node, type, pointer)
          .<Expectation>map(field -> new Expectation.Subset(List.of(field)))
          .orElseGet(Expectation.Absent::new);
    }
    refuseForeignWord(node, type, pointer);
    return new Expectation.Equal(node);
  }

  private void refuseForeignWord(JsonNode node, JavaType type, String pointer) {
    if (DecisionNames.isObject(type) || type.isCollectionLikeType()) {
      faults.add(
          pointer,
          ProblemCode.WRONG_TYPE,
          node,
          "one value can not stand there.",
          "Name what is inside.");
    } else if (type.isEnumType()) {
      List<String> words =
          Arrays.stream(type.getRawClass().getEnumConstants()).map(Object::toString).toList();
      if (!words.contains(node.asText())) {
        faults.add(
            pointer,
            ProblemCode.VALUE_NOT_ALLOWED,
            node,
            node.asText() + " can not stand there.",
            ClosestWord.hint(node.asText(), words)
                + "Use one of "
                + String.join(", ", words)
                + ".");
      }
    }
  }
}
