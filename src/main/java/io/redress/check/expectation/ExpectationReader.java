package io.redress.check.expectation;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.redress.platform.text.ClosestWord;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.table.KeyboardSigns;
import io.redress.rules.table.OwnTerms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the expectation of a test case or law.
 *
 * <p>Names are nested or dotted. A value is compared
 *
 * <ul>
 *   <li>by value if it is a number, exactly if it is a text;
 *   <li>as a range of numbers or days if it is written like {@code [5..7]}, {@code (5..7)} or
 *       {@code >= 5}, or is an object with {@code from} and {@code to}, both inclusive;
 *   <li>with each element of {@code anyOf};
 *   <li>with {@code contains} and {@code lacks}: elements of a list, or parts of a text;
 *   <li>as absent if it is {@code absent} or {@code null}.
 * </ul>
 *
 * An object expects at least its members, a list exactly its elements in this order. A word in
 * place of an object means an action's {@code type}, a warning's {@code code} or a rule's {@code
 * rule}. Names that no decision has and words that are not allowed are problems.
 */
public final class ExpectationReader {
  static final Set<String> LISTS = Set.of("anyOf", "contains", "lacks");
  static final Set<String> OPERATORS = Set.of("anyOf", "contains", "lacks", "from", "to");

  private final ExpectationProblems problems;
  private final RangeReader ranges;
  private final OwnTerms own;

  /**
   * @param own the facts and outcomes that expectations may name under {@code custom}
   */
  public ExpectationReader(ExpectationProblems problems, OwnTerms own) {
    this.problems = problems;
    this.own = own;
    this.ranges = new RangeReader(problems);
  }

  /**
   * Reads the expectation of a decision.
   *
   * @param pointer JSON pointer to the node, for problems
   */
  public Expectation read(JsonNode node, String pointer) {
    findUndeclared(node, OwnTerms.Use.OUTCOME, pointer);
    return read(node, DecisionNames.decision(), pointer);
  }

  /** Reads the expectation of facts as a client sends them. */
  public Expectation readFacts(JsonNode node, String pointer) {
    findUndeclared(node, OwnTerms.Use.FACT, pointer);
    return read(node, DecisionNames.facts(), pointer);
  }

  private void findUndeclared(JsonNode node, OwnTerms.Use use, String pointer) {
    node.properties()
        .forEach(
            field -> {
              String inside = LocatedJson.pointer(pointer, field.getKey());
              if (field.getKey().startsWith(OwnTerms.PREFIX)) {
                findUndeclared(field.getKey().split("\\.", -1)[1], use, inside);
              } else if (field.getKey().equals(OwnTerms.MEMBER)) {
                field
                    .getValue()
                    .fieldNames()
                    .forEachRemaining(
                        name ->
                            findUndeclared(
                                name.split("\\.", -1)[0], use, LocatedJson.pointer(inside, name)));
              }
            });
  }

  private void findUndeclared(String name, OwnTerms.Use use, String pointer) {
    List<String> names = own.names(use);
    if (own.complete() && !names.contains(name) && !OPERATORS.contains(name)) {
      problems.add(
          pointer,
          ProblemCode.UNKNOWN_NAME,
          name,
          OwnTerms.FILE + " declares no " + use.word() + " called " + name + ".",
          ClosestWord.advice(name, names, "Declare it there, or remove it here."));
    }
  }

  /** Whether the expectation at a dotted name is a list: of a list, or of alternatives. */
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
        problems.add(
            pointer,
            ProblemCode.WRONG_TYPE,
            node,
            "a list is not allowed here.",
            "To accept one of several values, write {anyOf: [...]}.");
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
      problems.add(
          pointer,
          ProblemCode.EXPECTS_NOTHING,
          node,
          "the expectation is empty.",
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
      if (DecisionNames.hasAnyMember(reached)) {
        reached = reached.getContentType();
        continue;
      }
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
    String hint = known.isEmpty() ? "This value has no members." : ClosestWord.advice(step, known);
    problems.add(
        pointer, ProblemCode.UNKNOWN_NAME, name, name + " is not a known name here.", hint);
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
      return operator.equals("from") ? ranges.from(value, pointer) : ranges.to(value, pointer);
    }
    JsonNode several = value.isArray() ? value : JsonNodeFactory.instance.arrayNode().add(value);
    if (several.isEmpty()) {
      problems.add(
          pointer,
          ProblemCode.EXPECTS_NOTHING,
          value,
          "the list of " + operator + " is empty.",
          "Add at least one value.");
    }
    if (operator.equals("anyOf")) {
      return new Expectation.AnyOf(each(several, type, pointer));
    }
    boolean lacks = operator.equals("lacks");
    if (type.isCollectionLikeType()) {
      List<Expectation> elements = each(several, elementOf(type), pointer);
      return new Expectation.Contains(elements, lacks);
    }
    List<String> texts = new ArrayList<>();
    several.forEach(text -> texts.add(text.asText()));
    return new Expectation.ContainsText(texts, lacks);
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

  private Expectation scalar(JsonNode written, JavaType type, String pointer) {
    JsonNode node =
        written.isTextual()
            ? JsonNodeFactory.instance.textNode(KeyboardSigns.certain(written.textValue()))
            : written;
    if (node.isNull() || node.asText().equals("absent")) {
      return new Expectation.Absent();
    }
    if (node.isNumber()) {
      return ranges.exactly(node, pointer);
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
    refuseUnknownWord(node, type, pointer);
    return new Expectation.Equal(node);
  }

  private void refuseUnknownWord(JsonNode node, JavaType type, String pointer) {
    if (DecisionNames.isObject(type) || type.isCollectionLikeType()) {
      problems.add(
          pointer,
          ProblemCode.WRONG_TYPE,
          node,
          "a single value is not allowed here.",
          "Write what is expected inside it.");
    } else if (type.isEnumType()) {
      List<String> words =
          Arrays.stream(type.getRawClass().getEnumConstants()).map(Object::toString).toList();
      if (!words.contains(node.asText())) {
        problems.add(
            pointer,
            ProblemCode.VALUE_NOT_ALLOWED,
            node,
            node.asText() + " is not allowed here.",
            ClosestWord.hint(node.asText(), words)
                + "Use one of "
                + String.join(", ", words)
                + ".");
      }
    }
  }
}
