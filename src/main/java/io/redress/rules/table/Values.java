package io.redress.rules.table;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;

/** Shows values in the form that {@link Term} names as cells say them. */
public final class Values {
  private Values() {}

  /** Numbers in digits, days as ISO 8601, several words with commas. */
  public static String text(Object value) {
    if (value instanceof Collection<?> several) {
      return several.stream().map(Values::text).collect(Collectors.joining(", "));
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
