package io.redress.insight.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.redress.rules.table.Term;
import io.redress.rules.table.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ordered facts as numbers to calculate with, and numbers as clients send the facts. */
final class FactNumbers {
  private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);
  private static final int PENNIES = 2;

  private FactNumbers() {}

  /** Days are numbers, too: those since 1970. */
  static BigDecimal number(Object value) {
    return value instanceof LocalDate day
        ? BigDecimal.valueOf(day.toEpochDay())
        : (BigDecimal) value;
  }

  /** The nearest value that a client can send. */
  static BigDecimal rounded(BigDecimal value, Term fact) {
    return value.setScale(scale(fact), RoundingMode.HALF_UP);
  }

  /** How many decimals the fact has. */
  static int scale(Term fact) {
    return fact.type() == ValueType.DECIMAL || fact.type() == ValueType.PERCENT ? PENNIES : 0;
  }

  /** The number of a fact as a client sends it. */
  static BigDecimal sent(JsonNode value, Term fact) {
    return fact.type() == ValueType.DATE
        ? BigDecimal.valueOf(LocalDate.parse(value.textValue()).toEpochDay())
        : new BigDecimal(value.asText());
  }

  /** A number as a client sends the fact; empty if it is no possible value. */
  static Optional<JsonNode> json(BigDecimal number, Term fact) {
    return Optional.ofNullable(written(number, fact));
  }

  private static @Nullable JsonNode written(BigDecimal number, Term fact) {
    try {
      return switch (fact.type()) {
        case DATE -> JSON.textNode(LocalDate.ofEpochDay(number.longValueExact()).toString());
        case INTEGER ->
            number.signum() < 0 && fact.minimum().signum() >= 0
                ? null
                : JSON.numberNode(number.intValueExact());
        default ->
            number.signum() < 0 ? null : JSON.textNode(number.stripTrailingZeros().toPlainString());
      };
    } catch (ArithmeticException | DateTimeException outOfRange) {
      return null;
    }
  }
}
