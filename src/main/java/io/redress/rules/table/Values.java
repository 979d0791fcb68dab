package io.redress.rules.table;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;

/** Formats values as text in cells. */
public final class Values {
  private Values() {}

  /** Returns numbers in plain digits, dates as ISO 8601, and lists separated by commas. */
  public static String text(Object value) {
    if (value instanceof Collection<?> several) {
      return several.stream().map(Values::text).collect(Collectors.joining(", "));
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
