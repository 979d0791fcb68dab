package io.redress.rules.table;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A condition cell: an S-FEEL unary test of one value. */
public sealed interface UnaryTest {

  /** Whether the value passes; null is an unknown value. */
  boolean accepts(@Nullable Object value);

  /** Returns the test in canonical form: {@code not(A, B)}, {@code [5..10)}, {@code -}. */
  String text();

  /** Returns the values in the test: words, and the ends of ranges. */
  default Stream<Object> named() {
    return Stream.empty();
  }

  /** An empty cell or {@code -}. */
  record Any() implements UnaryTest {
    @Override
    public boolean accepts(@Nullable Object value) {
      return true;
    }

    @Override
    public String text() {
      return "-";
    }
  }

  /** {@code known} or {@code not known}. */
  record Known(boolean expected) implements UnaryTest {
    @Override
    public boolean accepts(@Nullable Object value) {
      return (value != null) == expected;
    }

    @Override
    public String text() {
      return expected ? "known" : "not known";
    }
  }

  /** {@code A}, {@code A, B} or {@code not(A, B)}; a list passes when it holds one of them. */
  record OneOf(Set<Object> values, boolean negated) implements UnaryTest {
    @Override
    public boolean accepts(@Nullable Object value) {
      if (value == null) {
        return false;
      }
      boolean found =
          value instanceof Set<?> held
              ? held.stream().anyMatch(values::contains)
              : values.contains(value);
      return found != negated;
    }

    @Override
    public String text() {
      return negated ? "not(" + Values.text(values) + ")" : Values.text(values);
    }

    @Override
    public Stream<Object> named() {
      return values.stream();
    }
  }

  /** {@code 5}, {@code >= 5}, {@code [5..10), > 20} or {@code not(5)} over numbers or dates. */
  record Within(List<Interval> intervals, boolean negated) implements UnaryTest {
    @Override
    public boolean accepts(@Nullable Object value) {
      return value != null
          && intervals.stream().anyMatch(interval -> interval.holds(value)) != negated;
    }

    @Override
    public String text() {
      String text = intervals.stream().map(Interval::text).collect(Collectors.joining(", "));
      return negated ? "not(" + text + ")" : text;
    }

    @Override
    public Stream<Object> named() {
      return intervals.stream()
          .flatMap(interval -> Stream.of(interval.low(), interval.high()).filter(Objects::nonNull));
    }
  }
}
