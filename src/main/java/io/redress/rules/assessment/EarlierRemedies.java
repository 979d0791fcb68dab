package io.redress.rules.assessment;

import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.Grant;
import io.redress.domain.dispute.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the remedies so far, without those that the buyer refused or was only offered, amount to.
 */
final class EarlierRemedies {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final Comparator<Grant> BY_DAY =
      Comparator.comparing(Grant::on, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()));

  private final Order order;
  private final List<Grant> counted;
  private final List<Grant> standing;

  EarlierRemedies(Dispute dispute) {
    this.order = dispute.order();
    this.counted = dispute.counted();
    this.standing = dispute.standing();
  }

  Set<ActionType> types() {
    Set<ActionType> types = EnumSet.noneOf(ActionType.class);
    counted.forEach(grant -> types.add(grant.type()));
    return types;
  }

  /** Returns the last, or last offer, by day; of one day, or without days, the last in the list. */
  Optional<Grant> last() {
    return standing.stream()
        .reduce((earlier, later) -> BY_DAY.compare(earlier, later) > 0 ? earlier : later);
  }

  /** Returns how many replacements were sent. */
  int replacementsSent() {
    return (int)
        counted.stream()
            .filter(grant -> grant.type() == ActionType.REPLACEMENT)
            .filter(grant -> grant.status() == Grant.Status.DONE)
            .count();
  }

  /** Returns the sum of refunds; null when there was none, or none of them has a known amount. */
  @Nullable BigDecimal refunded() {
    return counted.stream()
        .filter(grant -> grant.type().refunds())
        .map(this::amount)
        .flatMap(Optional::stream)
        .reduce(BigDecimal::add)
        .orElse(null);
  }

  /**
   * Returns the sum of refunds in percent of what was paid, rounded down, so that only all of it is
   * 100; null when there was none, or an amount is not known.
   */
  @Nullable BigDecimal refundedPercent() {
    BigDecimal sum = refunded();
    BigDecimal paid = order.paid();
    boolean known =
        counted.stream()
            .filter(grant -> grant.type().refunds())
            .allMatch(grant -> amount(grant).isPresent());
    return sum == null || paid == null || paid.signum() == 0 || !known
        ? null
        : sum.multiply(HUNDRED).divide(paid, 2, RoundingMode.DOWN);
  }

  private Optional<BigDecimal> amount(Grant refund) {
    if (refund.amount() != null) {
      return Optional.of(refund.amount());
    }
    BigDecimal goods = order.paidForGoods();
    BigDecimal percent = refund.percent();
    if (percent != null) {
      return Optional.ofNullable(goods)
          .map(price -> Amounts.share(price, percent, HUNDRED, order.currency()));
    }
    Integer pieces = refund.quantity();
    Integer ordered = order.quantity();
    if (pieces != null && ordered != null) {
      return Optional.ofNullable(goods)
          .map(
              price ->
                  Amounts.share(
                      price,
                      BigDecimal.valueOf(pieces),
                      BigDecimal.valueOf(ordered),
                      order.currency()));
    }
    return refund.type() == ActionType.PARTIAL_REFUND
        ? Optional.empty()
        : Optional.ofNullable(order.paid());
  }
}
