package io.redress.rules.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Shares of amounts. */
final class Amounts {
  private static final int DIGITS_WITHOUT_CURRENCY = 2;

  private Amounts() {}

  /** Returns {@code amount * part / whole}, rounded to the currency's minor unit, half up. */
  static BigDecimal share(
      BigDecimal amount, BigDecimal part, BigDecimal whole, @Nullable Currency currency) {
    int digits = currency == null ? DIGITS_WITHOUT_CURRENCY : currency.getDefaultFractionDigits();
    return amount.multiply(part).divide(whole, digits, RoundingMode.HALF_UP);
  }
}
