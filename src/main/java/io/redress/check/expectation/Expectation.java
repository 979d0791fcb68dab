package io.redress.check.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.rules.table.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a test case or law expects of one JSON value of a decision. */
public sealed interface Expectation {
  /** Longer values are truncated in messages. */
  int MAX_SHOWN = 200;

  /**
   * Returns all differences from the expectation.
   *
   * @param name dotted name of the value; empty for the decision itself
   * @param actual a missing node where the decision has no value
   */
  List<Difference> differences(String name, JsonNode actual);

  /** Whether the value meets the expectation. */
  default boolean accepts(JsonNode actual) {
    return differences("", actual).isEmpty();
  }

  /** An expectation that a whole value either meets or not. */
  sealed interface Atomic extends Expectation {
    @Override
    boolean accepts(JsonNode actual);

    @Override
    default List<Difference> differences(String name, JsonNode actual) {
      return accepts(actual) ? List.of() : List.of(new Difference(name, toString(), shown(actual)));
    }
  }

  /** The value is absent. */
  record Absent() implements Atomic {
    @Override
    public boolean accepts(JsonNode actual) {
      return actual.isMissingNode() || actual.isNull();
    }

    @Override
    public String toString() {
      return "absent";
    }
  }

  /** The value is exactly this text or boolean. */
  record Equal(JsonNode expected) implements Atomic {
    @Override
    public boolean accepts(JsonNode actual) {
      return actual.equals(expected);
    }

    @Override
    public String toString() {
      return shown(expected);
    }
  }

  /**
   * A number or day in an interval. Numbers are compared by value, whether they are JSON numbers or
   * decimal strings.
   */
  record Within(Interval interval) implements Atomic {
    static Within exactly(BigDecimal number) {
      return new Within(Interval.of(number));
    }

    @Override
    public boolean accepts(JsonNode actual) {
      return actual.isValueNode()
          && RangeReader.value(shown(actual))
              .filter(value -> comparable(value, interval.low()))
              .filter(value -> comparable(value, interval.high()))
              .filter(interval::holds)
              .isPresent();
    }

    private static boolean comparable(Comparable<?> value, @Nullable Comparable<?> end) {
      return end == null || value.getClass() == end.getClass();
    }

    @Override
    public String toString() {
      return interval.text();
    }
  }

  /** The value meets one of several expectations. */
  record AnyOf(List<Expectation> choices) implements Atomic {
    public AnyOf {
      choices = List.copyOf(choices);
    }

    @Override
    public boolean accepts(JsonNode actual) {
      return choices.stream().anyMatch(choice -> choice.accepts(actual));
    }

    @Override
    public String toString() {
      return choices.stream().map(Expectation::toString).collect(Collectors.joining(" or "));
    }
  }

  /**
   * A list with at least these elements, in any order, or without any of them.
   *
   * @param lacks whether none of the elements may be in the list; no list has none
   */
  record Contains(List<Expectation> elements, boolean lacks) implements Atomic {
    public Contains {
      elements = List.copyOf(elements);
    }

    @Override
    public boolean accepts(JsonNode actual) {
      return elements.stream().allMatch(element -> accepts(element, actual));
    }

    private boolean accepts(Expectation element, JsonNode actual) {
      return StreamSupport.stream(actual.spliterator(), false).anyMatch(element::accepts) != lacks;
    }

    /** Names the elements that are missing, or are there, and not the others. */
    @Override
    public List<Difference> differences(String name, JsonNode actual) {
      List<Expectation> wrong =
          elements.stream().filter(element -> !accepts(element, actual)).toList();
      return wrong.isEmpty()
          ? List.of()
          : List.of(new Difference(name, new Contains(wrong, lacks).toString(), shown(actual)));
    }

    @Override
    public String toString() {
      return (lacks ? "a list without " : "a list with ") + joined(elements);
    }
  }

  /**
   * A text with all these texts, or without any of them.
   *
   * @param lacks whether none of the texts may be in it
   */
  record ContainsText(List<String> texts, boolean lacks) implements Atomic {
    public ContainsText {
      texts = List.copyOf(texts);
    }

    @Override
    public boolean accepts(JsonNode actual) {
      return wrong(actual).isEmpty();
    }

    private List<String> wrong(JsonNode actual) {
      return texts.stream()
          .filter(text -> !actual.isTextual() || actual.textValue().contains(text) == lacks)
          .toList();
    }

    /** Names the texts that are missing, or are there, and shows the place in a long text. */
    @Override
    public List<Difference> differences(String name, JsonNode actual) {
      List<String> wrong = wrong(actual);
      return wrong.isEmpty()
          ? List.of()
          : List.of(
              new Difference(
                  name,
                  new ContainsText(wrong, lacks).toString(),
                  Excerpt.of(shownWhole(actual), wrong, MAX_SHOWN)));
    }

    @Override
    public String toString() {
      return (lacks ? "a text without " : "a text with ") + joined(texts);
    }
  }

  /** A list of exactly these elements, in this order. */
  record Elements(List<Expectation> elements) implements Expectation {
    public Elements {
      elements = List.copyOf(elements);
    }

    @Override
    public List<Difference> differences(String name, JsonNode actual) {
      if (!actual.isArray() || actual.size() != elements.size()) {
        return List.of(new Difference(name, toString(), shown(actual)));
      }
      List<Difference> differences = new ArrayList<>();
      for (int i = 0; i < elements.size(); i++) {
        differences.addAll(elements.get(i).differences(name + "[" + i + "]", actual.get(i)));
      }
      return differences;
    }

    @Override
    public String toString() {
      return "[" + joined(elements) + "]";
    }
  }

  /** An object with at least these members. */
  record Subset(List<Named> fields) implements Expectation {
    public Subset {
      fields = List.copyOf(fields);
    }

    /** What is expected of the value at a path. */
    record Named(List<String> path, Expectation expectation) {
      Named {
        path = List.copyOf(path);
      }

      @Override
      public String toString() {
        return String.join(".", path) + " " + expectation;
      }
    }

    @Override
    public List<Difference> differences(String name, JsonNode actual) {
      List<Difference> differences = new ArrayList<>();
      for (Named field : fields) {
        JsonNode value = actual;
        for (String step : field.path) {
          value = value.path(step);
        }
        String path = String.join(".", field.path);
        differences.addAll(
            field.expectation.differences(name.isEmpty() ? path : name + "." + path, value));
      }
      return differences;
    }

    @Override
    public String toString() {
      return "{" + joined(fields) + "}";
    }
  }

  /** A value on one line, truncated if it is long. */
  private static String shown(JsonNode value) {
    String line = shownWhole(value);
    return line.length() > MAX_SHOWN ? line.substring(0, MAX_SHOWN) + "..." : line;
  }

  /** A value on one line, as expectations are shown; numbers without exponents. */
  private static String shownWhole(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue().toPlainString();
    }
    if (value.isObject()) {
      return value.properties().stream()
          .map(member -> member.getKey() + " " + shownWhole(member.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(Expectation::shownWhole)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    String text =
        value.isMissingNode() ? "absent" : value.isTextual() ? value.textValue() : value.toString();
    return text.replaceAll("\\s+", " ");
  }

  private static String joined(List<?> parts) {
    return parts.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
