package io.redress.journal.read;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided in a span of time, as sums.
 *
 * @param byResolution the most frequent first
 * @param refunds in the order of currencies; those without a price are in none
 */
public record DecisionStatistics(List<Count> byResolution, List<Sum> refunds, Discounts discounts) {
  public DecisionStatistics {
    byResolution = List.copyOf(byResolution);
    refunds = List.copyOf(refunds);
  }

  /** How often something was decided. */
  public record Count(String resolution, long decisions) {}

  /** What was refunded in a currency. */
  public record Sum(String currency, BigDecimal amount, long decisions) {}

  /** How much was decided on a day. */
  public record Day(LocalDate day, long decisions) {}

  /**
   * What was offered off next orders. What it comes to shows once they are placed.
   *
   * @param averagePercent of those offered; null where none was
   */
  public record Discounts(long decisions, @Nullable BigDecimal averagePercent) {}

  /** How many decisions there were. */
  public long decisions() {
    return byResolution.stream().mapToLong(Count::decisions).sum();
  }
}
