package io.redress.insight.impact;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.redress.domain.decision.Money;
import io.redress.domain.dispute.Dispute;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What decisions cost the seller, in one currency. The parts add up to the amounts that are
 * refunded, and what is expected of discounts.
 *
 * @param refunds of goods
 * @param shippingFees refunded
 * @param duty import duty refunded
 * @param discounts on next orders, at the value of this order, times the share that is redeemed
 */
public record Cost(
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal refunds,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal shippingFees,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal duty,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal discounts) {
  public static final Cost ZERO =
      new Cost(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * Divides a refund into its parts. Earlier refunds, which the amount leaves out, count as refunds
   * of goods first, then of the shipping fee, then of duty.
   *
   * @param amount of the refund; null when nothing is refunded, or not known how much
   * @param discountPercent on the next order
   * @param redemptionRate share of the discounts that buyers use, 0 to 1
   */
  static Cost of(
      Dispute dispute,
      @Nullable BigDecimal amount,
      boolean withShippingFee,
      boolean withDuty,
      BigDecimal discountPercent,
      BigDecimal redemptionRate) {
    Currency currency = dispute.order().currency();
    if (currency == null) {
      return ZERO;
    }
    BigDecimal left = amount == null ? BigDecimal.ZERO : amount;
    BigDecimal duty = part(left, withDuty, dispute.customs().dutyPaidByBuyer(), currency);
    left = left.subtract(duty);
    BigDecimal fee = part(left, withShippingFee, dispute.order().shippingFee(), currency);
    BigDecimal value = dispute.order().paidForGoods();
    BigDecimal discount =
        value == null || value.signum() <= 0
            ? BigDecimal.ZERO
            : Money.rounded(
                value.multiply(discountPercent).multiply(redemptionRate).divide(HUNDRED), currency);
    return new Cost(left.subtract(fee), fee, duty, discount);
  }

  private static BigDecimal part(
      BigDecimal left, boolean refunded, @Nullable BigDecimal paid, Currency currency) {
    return refunded && paid != null ? Money.rounded(paid, currency).min(left) : BigDecimal.ZERO;
  }

  BigDecimal total() {
    return refunds.add(shippingFees).add(duty).add(discounts);
  }

  Cost plus(Cost other) {
    return new Cost(
        refunds.add(other.refunds),
        shippingFees.add(other.shippingFees),
        duty.add(other.duty),
        discounts.add(other.discounts));
  }
}
