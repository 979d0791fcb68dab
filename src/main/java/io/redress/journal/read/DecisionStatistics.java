package io.redress.journal.read;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Totals of the decisions in a period.
 *
 * @param byResolution the most frequent first
 * @param refunds by currency, in order; refunds without an amount are not included
 */
public record DecisionStatistics(List<Count> byResolution, List<Sum> refunds, Discounts discounts) {
  public DecisionStatistics {
    byResolution = List.copyOf(byResolution);
    refunds = List.copyOf(refunds);
  }

  /** The number of decisions with a resolution. */
  public record Count(String resolution, long decisions) {}

  /** Refunds in a currency. */
  public record Sum(String currency, BigDecimal amount, long decisions) {}

  /** The number of decisions on a day. */
  public record Day(LocalDate day, long decisions) {}

  /**
   * Discounts offered on next orders; their amounts are known only when these are placed.
   *
   * @param averagePercent average of the discounts offered; null if there were none
   */
  public record Discounts(long decisions, @Nullable BigDecimal averagePercent) {}

  /** The number of all decisions. */
  public long decisions() {
    return byResolution.stream().mapToLong(Count::decisions).sum();
  }
}
