package io.redress.journal.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  private static final int DECIMALS = 1;

  static DecisionStatistics of(List<DayTotal> totals) {
    Map<String, Long> resolutions = new TreeMap<>();
    Map<String, Sum> refunds = new TreeMap<>();
    long discounts = 0;
    BigDecimal percent = BigDecimal.ZERO;
    for (DayTotal total : totals) {
      resolutions.merge(total.resolution(), total.decisions(), Long::sum);
      if (total.currency() != null && total.amount() != null) {
        refunds.merge(
            total.currency(),
            new Sum(total.currency(), total.amount(), total.refunds()),
            Sum::plus);
      }
      discounts += total.discounts();
      percent = percent.add(total.percent());
    }
    return new DecisionStatistics(
        resolutions.entrySet().stream()
            .map(entry -> new Count(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingLong(Count::decisions).reversed())
            .toList(),
        List.copyOf(refunds.values()),
        new Discounts(
            discounts,
            discounts == 0
                ? null
                : percent.divide(BigDecimal.valueOf(discounts), DECIMALS, RoundingMode.HALF_UP)));
  }

  /** The number of decisions with a resolution. */
  public record Count(String resolution, long decisions) {}

  /** Refunds in a currency. */
  public record Sum(String currency, BigDecimal amount, long decisions) {
    private Sum plus(Sum other) {
      return new Sum(currency, amount.add(other.amount), decisions + other.decisions);
    }
  }

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
