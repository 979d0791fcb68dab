package io.redress.rules.engine;

import io.redress.rules.table.Interval;
import io.redress.rules.table.Term;
import io.redress.rules.table.UnaryTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes unary tests as DRL constraints on the field of a term.
 *
 * @param list whether the field holds several values at once
 */
record DrlCondition(String field, boolean list) {

  static DrlCondition on(Term term) {
    return new DrlCondition(field(term), term.list());
  }

  /** Returns the field of a term, whose name has no dots. */
  static String field(Term term) {
    return term.name().replace('.', '_');
  }

  /** Returns the constraint; empty when the test accepts everything. */
  Optional<String> constraint(UnaryTest test) {
    if (test instanceof UnaryTest.Known known) {
      return Optional.of(field + (known.expected() ? " != null" : " == null"));
    }
    if (test instanceof UnaryTest.OneOf some) {
      return Optional.of(
          some.negated() ? none(some.values(), this::isNot) : any(some.values(), this::is));
    }
    if (test instanceof UnaryTest.Within some) {
      return Optional.of(
          some.negated()
              ? none(some.intervals(), this::outside)
              : any(some.intervals(), this::inside));
    }
    return Optional.empty();
  }

  private static <T> String any(Iterable<T> alternatives, Function<T, String> constraint) {
    return String.join(" || ", each(alternatives, constraint));
  }

  /** To Drools, null differs from every value; in a table, an unknown value does not match. */
  private <T> String none(Iterable<T> alternatives, Function<T, String> constraint) {
    return field + " != null, " + String.join(", ", each(alternatives, constraint));
  }

  private static <T> List<String> each(Iterable<T> alternatives, Function<T, String> constraint) {
    List<String> constraints = new ArrayList<>();
    alternatives.forEach(alternative -> constraints.add(constraint.apply(alternative)));
    return constraints;
  }

  private String is(Object value) {
    return field + (list ? " contains " : " == ") + DrlLiteral.of(value);
  }

  private String isNot(Object value) {
    return field + (list ? " not contains " : " != ") + DrlLiteral.of(value);
  }

  private String inside(Interval interval) {
    List<String> ends = new ArrayList<>();
    if (interval.low() != null) {
      ends.add(field + (interval.lowIncluded() ? " >= " : " > ") + DrlLiteral.of(interval.low()));
    }
    if (interval.high() != null) {
      ends.add(field + (interval.highIncluded() ? " <= " : " < ") + DrlLiteral.of(interval.high()));
    }
    return String.join(" && ", ends);
  }

  private String outside(Interval interval) {
    List<String> ends = new ArrayList<>();
    if (interval.low() != null) {
      ends.add(field + (interval.lowIncluded() ? " < " : " <= ") + DrlLiteral.of(interval.low()));
    }
    if (interval.high() != null) {
      ends.add(field + (interval.highIncluded() ? " > " : " >= ") + DrlLiteral.of(interval.high()));
    }
    return String.join(" || ", ends);
  }
}
