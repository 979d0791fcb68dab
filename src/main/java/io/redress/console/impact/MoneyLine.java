package io.redress.console.impact;

import io.redress.console.Messages;
import io.redress.insight.impact.Cost;
import io.redress.insight.impact.ImpactReport.MoneyChange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The money of one currency.
 *
 * @param style of the difference
 * @param since the part of the difference that is not between the two rule sets; empty for none
 * @param parts what the money is for; without what costs nothing
 */
record MoneyLine(
    String currency,
    String before,
    String after,
    String difference,
    String style,
    String since,
    long moved,
    String average,
    String largest,
    List<Part> parts) {

  /** What money is for, before and after. */
  record Part(String name, String before, String after) {}

  static List<MoneyLine> of(List<MoneyChange> money, Messages messages) {
    return money.stream()
        .filter(one -> MoneyText.known(one.currency()))
        .map(one -> of(one, messages))
        .toList();
  }

  private static MoneyLine of(MoneyChange change, Messages messages) {
    String currency = change.currency();
    BigDecimal since = change.sinceRecorded();
    Cost before = change.parts().before();
    Cost after = change.parts().after();
    return new MoneyLine(
        currency,
        messages.money(change.before(), currency),
        messages.money(change.after(), currency),
        MoneyText.signed(change.difference(), currency, messages),
        MoneyText.style(change.difference()),
        since == null || since.signum() == 0 ? "" : MoneyText.signed(since, currency, messages),
        change.moved(),
        MoneyText.signed(change.average(), currency, messages),
        MoneyText.signed(change.largest(), currency, messages),
        Stream.of(
                part("impact.part.refunds", before.refunds(), after.refunds(), currency, messages),
                part(
                    "impact.part.shippingFees",
                    before.shippingFees(),
                    after.shippingFees(),
                    currency,
                    messages),
                part("impact.part.duty", before.duty(), after.duty(), currency, messages),
                part(
                    "impact.part.discounts",
                    before.discounts(),
                    after.discounts(),
                    currency,
                    messages))
            .flatMap(Optional::stream)
            .toList());
  }

  /** Empty where nothing is paid for it, before and after. */
  private static Optional<Part> part(
      String key, BigDecimal before, BigDecimal after, String currency, Messages messages) {
    return before.signum() == 0 && after.signum() == 0
        ? Optional.empty()
        : Optional.of(
            new Part(
                messages.say(key),
                messages.money(before, currency),
                messages.money(after, currency)));
  }
}
