package io.redress.insight.usage;

import java.math.BigDecimal;

/**
 * Money of decisions in one currency.
 *
 * @param refunds of goods, shipping fees and duty
 * @param discounts on next orders, each at the value of this order, as if all were redeemed
 */
public record Amounts(BigDecimal refunds, BigDecimal discounts) {
  Amounts plus(Amounts other) {
    return new Amounts(refunds.add(other.refunds), discounts.add(other.discounts));
  }

  BigDecimal total() {
    return refunds.add(discounts);
  }
}
