package io.redress.insight.impact;

import java.math.BigDecimal;

/**
 * What a dispute adds to a KPI.
 *
 * @param unit currency of money, {@code %} of shares, or empty
 * @param before what it adds to the count, the sum, or the disputes that a share is of
 * @param amongBefore what it adds to the disputes among which a share is taken; 0 otherwise
 */
record KpiEffect(
    String name,
    String unit,
    BigDecimal before,
    BigDecimal after,
    BigDecimal amongBefore,
    BigDecimal amongAfter) {
  /** The unit of shares. */
  static final String PERCENT = "%";

  /** Whether it adds nothing. */
  boolean isNothing() {
    return before.signum() == 0
        && after.signum() == 0
        && amongBefore.signum() == 0
        && amongAfter.signum() == 0;
  }
}
