package io.redress.journal.projection;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Sums of decisions by hour, resolution and currency, so that totals of a period do not read each
 * of its decisions. They change in the transaction in which searches get or lose the decisions.
 */
final class HourTotals {
  /** Of decisions without a refund. */
  private static final String NONE = "";

  private HourTotals() {}

  /**
   * What is summed up of a decision.
   *
   * @param refundAmount null if nothing was refunded or no price was given
   */
  record Decided(
      Instant decidedAt,
      String resolution,
      @Nullable String refundCurrency,
      @Nullable BigDecimal refundAmount,
      BigDecimal discountPercent) {}

  /** The parts of a replica, so that replicas do not wait for each other. */
  record Hour(String replica, Instant hour, String resolution, String currency) {
    static Hour of(String replica, Decided decided) {
      return new Hour(
          replica,
          decided.decidedAt.truncatedTo(ChronoUnit.HOURS),
          decided.resolution,
          Objects.requireNonNullElse(decided.refundCurrency, NONE));
    }
  }

  record Sums(long decisions, long refunds, BigDecimal amount, long discounts, BigDecimal percent) {
    Sums {
      amount = amount.stripTrailingZeros();
      percent = percent.stripTrailingZeros();
    }

    static Sums of(Decided decided) {
      return new Sums(
          1,
          decided.refundAmount == null ? 0 : 1,
          decided.refundAmount == null ? BigDecimal.ZERO : decided.refundAmount,
          decided.discountPercent.signum() > 0 ? 1 : 0,
          decided.discountPercent);
    }

    Sums plus(Sums other) {
      return new Sums(
          decisions + other.decisions,
          refunds + other.refunds,
          amount.add(other.amount),
          discounts + other.discounts,
          percent.add(other.percent));
    }

    Sums negated() {
      return new Sums(-decisions, -refunds, amount.negate(), -discounts, percent.negate());
    }
  }

  /** Adds decisions of a chain. */
  static void add(Handle handle, String replica, Collection<Decided> decisions) {
    summed(replica, decisions)
        .forEach(
            (hour, sums) -> {
              if (change(handle, hour, sums) == 0) {
                handle.execute(
                    "insert into decision_hour (replica, hour_start, resolution, currency, decisions,"
                        + " refunds, amount, discounts, percent)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    replica,
                    hour.hour.atOffset(ZoneOffset.UTC),
                    hour.resolution,
                    hour.currency,
                    sums.decisions,
                    sums.refunds,
                    sums.amount,
                    sums.discounts,
                    sums.percent);
              }
            });
  }

  /** Takes away decisions of a chain. */
  static void remove(Handle handle, String replica, Collection<Decided> decisions) {
    summed(replica, decisions)
        .forEach(
            (hour, sums) -> {
              change(handle, hour, sums.negated());
              handle.execute(
                  "delete from decision_hour where replica = ? and hour_start = ? and decisions = 0",
                  replica,
                  hour.hour.atOffset(ZoneOffset.UTC));
            });
  }

  /** The sums of all chains in an hour, as they are stored. */
  static Map<Hour, Sums> stored(Handle handle, Instant hour) {
    return handle
        .createQuery(
            "select replica, resolution, currency, decisions, refunds, amount, discounts, percent"
                + " from decision_hour where hour_start = :hour")
        .bind("hour", hour.atOffset(ZoneOffset.UTC))
        .map(
            (row, context) ->
                Map.entry(
                    new Hour(
                        row.getString("replica"),
                        hour,
                        row.getString("resolution"),
                        row.getString("currency")),
                    new Sums(
                        row.getLong("decisions"),
                        row.getLong("refunds"),
                        row.getBigDecimal("amount"),
                        row.getLong("discounts"),
                        row.getBigDecimal("percent"))))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<Hour, Sums> summed(String replica, Collection<Decided> decisions) {
    return decisions.stream()
        .collect(Collectors.toMap(each -> Hour.of(replica, each), Sums::of, Sums::plus));
  }

  private static int change(Handle handle, Hour hour, Sums sums) {
    return handle.execute(
        "update decision_hour set decisions = decisions + ?, refunds = refunds + ?,"
            + " amount = amount + ?, discounts = discounts + ?, percent = percent + ?"
            + " where replica = ? and hour_start = ? and resolution = ? and currency = ?",
        sums.decisions,
        sums.refunds,
        sums.amount,
        sums.discounts,
        sums.percent,
        hour.replica,
        hour.hour.atOffset(ZoneOffset.UTC),
        hour.resolution,
        hour.currency);
  }
}
