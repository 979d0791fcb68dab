package io.redress.console.impact;

import io.redress.console.Messages;
import java.math.BigDecimal;
import java.util.Currency;

/** Amounts as text. */
final class MoneyText {
  private MoneyText() {}

  /** Whether this is a currency; sums of facts without one have another word. */
  static boolean known(String currency) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(one -> one.getCurrencyCode().equals(currency));
  }

  /** A difference, with its sign. */
  static String signed(BigDecimal amount, String currency, Messages messages) {
    return (amount.signum() > 0 ? "+" : "") + messages.money(amount, currency);
  }

  /** The style of a difference: {@code more} or {@code less}; empty for none. */
  static String style(BigDecimal amount) {
    return amount.signum() > 0 ? "more" : amount.signum() < 0 ? "less" : "";
  }
}
