package io.redress.platform.text;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Numbers from outside that can be written out and calculated with: those of few digits and zeros.
 * Ten characters such as 1e999999999 would fill all memory.
 */
public final class PlainNumber {
  /** Digits before and after the decimal point, at most. */
  public static final int MAX_DIGITS = 40;

  private static final int LONGEST_TEXT = 2 * MAX_DIGITS + 10;

  private PlainNumber() {}

  /** Returns the number; empty if the text is none or the number has too many digits. */
  public static Optional<BigDecimal> parse(String text) {
    try {
      return text.length() > LONGEST_TEXT
          ? Optional.empty()
          : Optional.of(new BigDecimal(text)).filter(PlainNumber::isPlain);
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  /** Whether the number has at most {@link #MAX_DIGITS} before and after the decimal point. */
  public static boolean isPlain(BigDecimal number) {
    return Math.abs((long) number.scale()) <= MAX_DIGITS
        && (long) number.precision() - number.scale() <= MAX_DIGITS;
  }
}
