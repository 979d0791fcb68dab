package io.redress.insight.impact;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * Sums of one currency.
 *
 * @param before what is paid before
 * @param after what the candidate pays
 * @param base what the base pays; other than {@code before} if that was recorded
 * @param moved number of disputes that cost more or less
 * @param largest the largest difference of one dispute, whichever way it goes
 */
record MoneySums(
    Cost before,
    Cost after,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal base,
    long moved,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal largest) {
  static final MoneySums NONE =
      new MoneySums(Cost.ZERO, Cost.ZERO, BigDecimal.ZERO, 0, BigDecimal.ZERO);

  MoneySums plus(Cost then, Cost now, BigDecimal byBase) {
    BigDecimal difference = now.total().subtract(then.total());
    return new MoneySums(
        before.plus(then),
        after.plus(now),
        base.add(byBase),
        moved + Math.abs(difference.signum()),
        difference.abs().compareTo(largest.abs()) > 0 ? difference : largest);
  }

  MoneySums plus(MoneySums other) {
    return new MoneySums(
        before.plus(other.before),
        after.plus(other.after),
        base.add(other.base),
        moved + other.moved,
        other.largest.abs().compareTo(largest.abs()) > 0 ? other.largest : largest);
  }
}
