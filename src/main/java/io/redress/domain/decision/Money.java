package io.redress.domain.decision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Rounds amounts of money; the only place that does. */
public final class Money {
  private Money() {}

  /** Rounds to the currency's minor unit (JPY 0, USD 2, KWD 3 decimals), half up. */
  public static BigDecimal rounded(BigDecimal exact, Currency currency) {
    return exact.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
  }
}
