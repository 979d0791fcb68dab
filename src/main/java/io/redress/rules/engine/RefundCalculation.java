package io.redress.rules.engine;

import io.redress.domain.decision.Assessment;
import io.redress.domain.decision.Goods;
import io.redress.domain.decision.Money;
import io.redress.domain.decision.Refund;
import io.redress.domain.decision.Refund.ShippingFee;
import io.redress.domain.decision.Warning;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.Dispute.DesiredOutcome;
import io.redress.domain.dispute.Order;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Computes refunds: exactly, rounded once, never above what was paid. A buyer who asks for an
 * amount of money gets no more than that; but who gives the goods back, has to dispose of them, or
 * asked for goods, gets what was paid for them.
 */
final class RefundCalculation {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Amounts of at most 20 digits are exact to far below any minor unit. */
  private static final MathContext PRECISION = MathContext.DECIMAL128;

  private RefundCalculation() {}

  /**
   * @param type a refund; a full one is of all goods, the others of the affected pieces unless the
   *     outcomes say otherwise
   * @param warnings receives assumptions about unknown quantities
   */
  static Refund of(
      Assessment assessment, ActionType type, Outcomes outcomes, List<Warning> warnings) {
    boolean whole = type == ActionType.FULL_REFUND || outcomes.refundsWholeOrder();
    BigDecimal percent =
        Objects.requireNonNullElse(outcomes.refundPercentOfAffected(), BigDecimal.ZERO);
    ShippingFee shippingFee =
        Objects.requireNonNullElse(outcomes.refundShippingFee(), ShippingFee.NOT_REQUIRED);
    BigDecimal paidDuty = assessment.dispute().customs().dutyPaidByBuyer();
    Refund.Duty duty = paidDuty == null ? null : outcomes.refundDuty();
    Order order = assessment.dispute().order();
    BigDecimal price = order.unitPrice();
    Integer ordered = order.quantity();
    Integer affected = assessment.affectedQuantity();
    if (price != null && ordered == null && (whole || affected == null)) {
      warnings.add(
          new Warning(
              Warning.Code.QUANTITY_UNKNOWN,
              "/order/quantity",
              "How many pieces were ordered is not known; the amount is for one."));
    }
    if (!whole && affected == null && ordered != null) {
      warnings.add(
          new Warning(
              Warning.Code.AFFECTED_QUANTITY_UNKNOWN,
              "/problem/defectiveQuantity",
              "How many pieces are concerned is not known; all were taken."));
    }
    int all = Objects.requireNonNullElse(ordered, 1);
    int counted = whole || affected == null ? all : affected;
    int shared = ordered == null ? counted : all;
    BigDecimal granted = assessment.alreadyGranted();
    BigDecimal asked = claimed(assessment.dispute(), type, outcomes);
    BigDecimal owed =
        price == null
            ? null
            : less(
                goods(order, price, counted, shared, percent)
                    .add(fee(order, shippingFee))
                    .add(duty == null ? BigDecimal.ZERO : paidDuty),
                granted);
    BigDecimal cap = owed != null && asked != null && asked.compareTo(owed) < 0 ? asked : null;
    BigDecimal due = cap == null ? owed : cap;
    return new Refund(
        due == null || order.currency() == null ? null : Money.rounded(due, order.currency()),
        order.currency(),
        cap == null || price == null
            ? share(percent, counted, shared)
            : shareOf(goods(order, price, shared, shared, HUNDRED), cap, granted),
        cap == null ? shippingFee : ShippingFee.NOT_REQUIRED,
        cap == null ? duty : null,
        granted == null || order.currency() == null
            ? granted
            : Money.rounded(granted, order.currency()));
  }

  /** Returns the share of what was paid for the goods: discount off, with tax. */
  private static BigDecimal goods(
      Order order, BigDecimal price, int counted, int shared, BigDecimal percent) {
    if (shared == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal paid = order.adjusted(price.multiply(BigDecimal.valueOf(shared)));
    return paid.max(BigDecimal.ZERO)
        .multiply(BigDecimal.valueOf(counted))
        .multiply(percent)
        .divide(HUNDRED.multiply(BigDecimal.valueOf(shared)), PRECISION);
  }

  /** Returns the amount that the buyer chose; null when there is none. */
  private static @Nullable BigDecimal claimed(Dispute dispute, ActionType type, Outcomes outcomes) {
    BigDecimal claimed = dispute.claimedAmount();
    boolean givesGoodsUp =
        type == ActionType.RETURN_AND_REFUND || outcomes.goods() == Goods.DISPOSE;
    boolean wantsGoods =
        dispute.desiredOutcome() == DesiredOutcome.REPLACEMENT
            || dispute.desiredOutcome() == DesiredOutcome.STILL_WANT_ITEM;
    return claimed == null || claimed.signum() == 0 || givesGoodsUp || wantsGoods ? null : claimed;
  }

  private static BigDecimal shareOf(
      BigDecimal goods, BigDecimal asked, @Nullable BigDecimal granted) {
    BigDecimal sum = granted == null ? asked : asked.add(granted);
    return goods.signum() == 0
        ? BigDecimal.ZERO
        : plain(sum.multiply(HUNDRED).divide(goods, 2, RoundingMode.HALF_UP)).min(HUNDRED);
  }

  private static BigDecimal less(BigDecimal owed, @Nullable BigDecimal granted) {
    return granted == null ? owed : owed.subtract(granted).max(BigDecimal.ZERO);
  }

  private static BigDecimal fee(Order order, ShippingFee shippingFee) {
    return shippingFee == ShippingFee.REFUNDED && order.shippingFee() != null
        ? order.shippingFee()
        : BigDecimal.ZERO;
  }

  /** Zero pieces are a share of zero percent. */
  private static BigDecimal share(BigDecimal percent, int counted, int all) {
    if (counted == 0) {
      return BigDecimal.ZERO;
    }
    return plain(
        percent
            .multiply(BigDecimal.valueOf(counted))
            .divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP));
  }

  private static BigDecimal plain(BigDecimal share) {
    return new BigDecimal(share.stripTrailingZeros().toPlainString());
  }
}
