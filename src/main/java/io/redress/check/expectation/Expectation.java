package io.redress.check.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What is expected of one value of a decision, written as JSON. */
public sealed interface Expectation {
  /** Longer values are cut off where they are shown. */
  int LONGEST_SHOWN = 200;

  /**
   * All that is not as expected.
   *
   * @param name of the value, dotted; empty for the decision itself
   * @param actual a missing node where the decision says nothing
   */
  List<Difference> differences(String name, JsonNode actual);

  /** Whether the value is as expected. */
  default boolean accepts(JsonNode actual) {
    return differences("", actual).isEmpty();
  }

  /** An expectation of a whole value, which either holds or does not. */
  sealed interface Whole extends Expectation {
    @Override
    boolean accepts(JsonNode actual);

    @Override
    default List<Difference> differences(String name, JsonNode actual) {
      return accepts(actual) ? List.of() : List.of(new Difference(name, toString(), shown(actual)));
    }
  }

  /** The decision says nothing here. */
  record Absent() implements Whole {
    @Override
    public boolean accepts(JsonNode actual) {
      return actual.isMissingNode() || actual.isNull();
    }

    @Override
    public String toString() {
      return "absent";
    }
  }

  /** The very text, letter by letter, or the truth value. */
  record Equal(JsonNode expected) implements Whole {
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
   * A number or a day from {@code low} to {@code high}; numbers count by value, whether they are
   * written as numbers or as decimal texts.
   *
   * @param low null where there is no lower end
   * @param high null where there is no upper end
   */
  record Within(
      @Nullable Bound low, boolean lowIncluded, @Nullable Bound high, boolean highIncluded)
      implements Whole {
    static Within exactly(BigDecimal number) {
      return new Within(new Bound.Number(number), true, new Bound.Number(number), true);
    }

    @Override
    public boolean accepts(JsonNode actual) {
      return actual.isValueNode()
          && reaches(low, shown(actual), 1, lowIncluded)
          && reaches(high, shown(actual), -1, highIncluded);
    }

    private static boolean reaches(
        @Nullable Bound bound, String value, int side, boolean included) {
      return bound == null
          || bound.compare(value).map(order -> order == 0 ? included : order == side).orElse(false);
    }

    @Override
    public String toString() {
      if (low != null && low.equals(high)) {
        return low.toString();
      }
      if (low == null || high == null) {
        return low == null
            ? (highIncluded ? "<= " : "< ") + high
            : (lowIncluded ? ">= " : "> ") + low;
      }
      return (lowIncluded ? "[" : "(") + low + ".." + high + (highIncluded ? "]" : ")");
    }
  }

  /** One of several. */
  record AnyOf(List<Expectation> choices) implements Whole {
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

  /** A list that holds at least these, in any order. */
  record Holds(List<Expectation> elements) implements Whole {
    public Holds {
      elements = List.copyOf(elements);
    }

    @Override
    public boolean accepts(JsonNode actual) {
      return elements.stream()
          .allMatch(
              element ->
                  StreamSupport.stream(actual.spliterator(), false).anyMatch(element::accepts));
    }

    @Override
    public String toString() {
      return "something with " + joined(elements);
    }
  }

  /** A text in which all these stand. */
  record Mentions(List<String> texts) implements Whole {
    public Mentions {
      texts = List.copyOf(texts);
    }

    @Override
    public boolean accepts(JsonNode actual) {
      return actual.isTextual() && texts.stream().allMatch(actual.textValue()::contains);
    }

    @Override
    public String toString() {
      return "a text with " + joined(texts);
    }
  }

  /** A list of exactly these, in this order. */
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

  /** An object that says at least this. */
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

  /** A value on one line, cut off when it is long; numbers without exponents. */
  private static String shown(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue().toPlainString();
    }
    String text =
        value.isMissingNode() ? "absent" : value.isTextual() ? value.textValue() : value.toString();
    String line = text.replaceAll("\\s+", " ");
    return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "..." : line;
  }

  private static String joined(List<?> parts) {
    return parts.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
