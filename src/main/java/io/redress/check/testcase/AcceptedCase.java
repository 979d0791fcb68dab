package io.redress.check.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.check.expectation.Difference;
import io.redress.check.expectation.Expectation;
import io.redress.check.expectation.ExpectationReader;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.table.OwnTerms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The expectation of a test case, changed so that it expects another decision. Only values that
 * differ are changed, and each keeps its form: a range becomes a value, a list keeps those of its
 * elements that are still right.
 */
final class AcceptedCase {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonNode ABSENT = JSON.textNode("absent");
  private static final List<String> NAMES = List.of("type", "code", "rule");
  private static final Set<String> OPERATORS = Set.of("anyOf", "contains", "lacks", "from", "to");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
  private static final String ANY_NUMBER = "\\d+(?:[.,]\\d+)*";

  private final OwnTerms own;
  private final Set<String> differing;
  private final Map<String, JsonNode> changes = new LinkedHashMap<>();
  private boolean undecidable;

  private AcceptedCase(OwnTerms own, List<Difference> differences) {
    this.own = own;
    this.differing = differences.stream().map(Difference::name).collect(Collectors.toSet());
  }

  /**
   * The new values by JSON pointer in the entry of the case; none if only a person can say what to
   * expect, such as which part of a letter.
   *
   * @param expect what the case expects now
   * @param decision what was decided, as JSON
   */
  static Map<String, JsonNode> changes(
      JsonNode expect, JsonNode decision, List<Difference> differences, OwnTerms own) {
    AcceptedCase accepted = new AcceptedCase(own, differences);
    accepted.walk("/expect", "", expect, decision);
    return accepted.undecidable ? Map.of() : accepted.changes;
  }

  private void walk(String pointer, String name, JsonNode expected, JsonNode actual) {
    if (differing.contains(name) || isOperator(expected)) {
      if (differing.contains(name)) {
        put(pointer, expected, accepted(name, expected, actual));
      }
    } else if (expected.isObject() && differsBelow(name)) {
      if (actual.isMissingNode()) {
        changes.put(pointer, ABSENT);
      } else {
        expected
            .properties()
            .forEach(
                member ->
                    member(
                        LocatedJson.pointer(pointer, member.getKey()),
                        name,
                        member.getKey(),
                        member.getValue(),
                        actual));
      }
    } else if (expected.isArray()) {
      for (int i = 0; i < expected.size(); i++) {
        walk(pointer + "/" + i, name + "[" + i + "]", expected.get(i), actual.path(i));
      }
    }
  }

  /** Changes the smallest values, so that all else stays as it is written. */
  private void put(String pointer, JsonNode before, JsonNode after) {
    boolean sameMembers =
        before.isObject() && after.isObject() && names(before).equals(names(after));
    if (sameMembers) {
      before
          .properties()
          .forEach(
              member ->
                  put(
                      LocatedJson.pointer(pointer, member.getKey()),
                      member.getValue(),
                      after.get(member.getKey())));
    } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
      for (int i = 0; i < before.size(); i++) {
        put(pointer + "/" + i, before.get(i), after.get(i));
      }
    } else if (!before.equals(after)) {
      changes.put(pointer, after);
    }
  }

  private boolean differsBelow(String name) {
    return differing.stream().anyMatch(one -> one.startsWith(name));
  }

  /** A member may be named with dots, and end in an operator: {@code refund.amount.from}. */
  private void member(String pointer, String name, String key, JsonNode expected, JsonNode actual) {
    String last = key.substring(key.lastIndexOf('.') + 1);
    boolean compares = OPERATORS.contains(last) && !last.equals(key);
    String dotted = compares ? key.substring(0, key.lastIndexOf('.')) : key;
    String inside = name.isEmpty() ? dotted : name + "." + dotted;
    JsonNode value = actual;
    for (String step : dotted.split("\\.", -1)) {
      value = value.path(step);
    }
    if (!compares) {
      walk(pointer, inside, expected, value);
    } else if (differing.contains(inside)) {
      JsonNode operator = JSON.objectNode().set(last, expected);
      JsonNode changed = accepted(inside, operator, value);
      put(pointer, expected, changed.has(last) ? changed.get(last) : changed);
    }
  }

  private static boolean isOperator(JsonNode expected) {
    return expected.isObject()
        && !expected.isEmpty()
        && OPERATORS.contains(expected.fieldNames().next());
  }

  private JsonNode accepted(String name, JsonNode expected, JsonNode actual) {
    if (actual.isMissingNode() || actual.isNull()) {
      return ABSENT;
    }
    if (isOperator(expected) && expected.has("contains") && expected.size() == 1) {
      return actual.isArray()
          ? containing(name, listed(expected.get("contains")), actual)
          : containing(listed(expected.get("contains")), actual.asText())
              .<JsonNode>map(texts -> JSON.objectNode().set("contains", texts))
              .orElseGet(this::undecidable);
    }
    if (isOperator(expected) && expected.has("lacks") && !actual.isArray()) {
      return undecidable();
    }
    return actual.isArray() ? shaped(listed(expected), actual) : actual;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private JsonNode undecidable() {
    undecidable = true;
    return ABSENT;
  }

  private static List<JsonNode> listed(JsonNode node) {
    List<JsonNode> all = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(all::add);
    } else {
      all.add(node);
    }
    return all;
  }

  /** Keeps what is still in the list; what is not becomes the element of the same name. */
  private JsonNode containing(String name, List<JsonNode> wanted, JsonNode actual) {
    ArrayNode kept = JSON.arrayNode();
    for (JsonNode one : wanted) {
      if (holds(name, one, actual)) {
        kept.add(one);
      } else {
        counterpart(one, actual).ifPresent(kept::add);
      }
    }
    return kept.isEmpty() ? shaped(wanted, actual) : JSON.objectNode().set("contains", kept);
  }

  private boolean holds(String name, JsonNode element, JsonNode actual) {
    ObjectNode whole = JSON.objectNode();
    whole.set(name + ".contains", JSON.arrayNode().add(element));
    ObjectNode decision = JSON.objectNode();
    ObjectNode holder = decision;
    String[] steps = name.split("\\.", -1);
    for (int i = 0; i < steps.length - 1; i++) {
      holder = holder.putObject(steps[i]);
    }
    holder.set(steps[steps.length - 1], actual);
    Expectation expectation =
        new ExpectationReader((pointer, code, value, message, suggestion) -> {}, own)
            .read(whole, "");
    return expectation.accepts(decision);
  }

  /** The same members as expected, with the values of the element that has the same name. */
  private static Optional<JsonNode> counterpart(JsonNode expected, JsonNode actual) {
    for (JsonNode one : actual) {
      String name = nameOf(one);
      if (name != null && expected.isObject() && name.equals(nameOf(expected))) {
        return Optional.of(like(expected, one));
      }
    }
    return Optional.empty();
  }

  private static JsonNode like(JsonNode expected, JsonNode actual) {
    ObjectNode members = JSON.objectNode();
    expected
        .fieldNames()
        .forEachRemaining(
            key -> {
              JsonNode value = actual;
              for (String step : key.split("\\.", -1)) {
                value = value.path(step);
              }
              members.set(key, value.isMissingNode() ? ABSENT : value);
            });
    return members;
  }

  /** The whole list: elements by name, with those members that were expected before. */
  private static JsonNode shaped(List<JsonNode> expected, JsonNode actual) {
    ArrayNode list = JSON.arrayNode();
    for (JsonNode one : actual) {
      String name = nameOf(one);
      JsonNode before =
          expected.stream()
              .filter(JsonNode::isObject)
              .filter(wanted -> name != null && name.equals(nameOf(wanted)))
              .findFirst()
              .orElse(null);
      list.add(before != null ? like(before, one) : name != null ? JSON.textNode(name) : one);
    }
    return list;
  }

  private static @Nullable String nameOf(JsonNode element) {
    return NAMES.stream()
        .map(element::path)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .findFirst()
        .orElse(null);
  }

  /** Texts with their numbers as they are now; empty if a text is gone, or could be several. */
  private static Optional<ArrayNode> containing(List<JsonNode> wanted, String actual) {
    ArrayNode texts = JSON.arrayNode();
    for (JsonNode one : wanted) {
      String text = one.asText();
      if (actual.contains(text)) {
        texts.add(one);
        continue;
      }
      Matcher alike = alike(text).matcher(actual);
      Set<String> found = alike.results().map(hit -> hit.group()).collect(Collectors.toSet());
      if (!NUMBER.matcher(text).find() || found.size() != 1) {
        return Optional.empty();
      }
      texts.add(found.iterator().next());
    }
    return Optional.of(texts);
  }

  private static Pattern alike(String text) {
    StringBuilder pattern = new StringBuilder("(?<!\\d)");
    Matcher number = NUMBER.matcher(text);
    int done = 0;
    while (number.find()) {
      pattern.append(Pattern.quote(text.substring(done, number.start()))).append(ANY_NUMBER);
      done = number.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(text.substring(done))).toString());
  }
}
