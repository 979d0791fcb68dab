package io.redress.domain.dispute;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A remedy of this dispute that the buyer was offered, promised or given before.
 *
 * @param type what was granted
 * @param on the day on which it was granted
 * @param amount of a refund, in the order's currency
 * @param quantity pieces that were sent or paid
 * @param percent of a discount, or of the price of all goods
 * @param status how far it has gone; absent: taken as promised
 */
public record Grant(
    @Required ActionType type,
    @Nullable LocalDate on,
    @Range(max = 1_000_000_000_000L) @Nullable BigDecimal amount,
    @Range(max = 1_000_000) @Nullable Integer quantity,
    @Percentage @Range(max = 100) @Nullable BigDecimal percent,
    @Nullable Status status) {

  /** How far a remedy has gone. */
  public enum Status {
    /** To the buyer, who has not accepted it yet. */
    OFFERED,
    PROMISED,
    DONE,
    /** By the buyer, so it does not count. */
    REFUSED
  }

  /**
   * Whether it counts as granted: the buyer has it, or a promise of it. An offer of goods or money
   * is neither; an offered discount stands.
   */
  public boolean counts() {
    return stands() && (status != Status.OFFERED || type == ActionType.NEXT_ORDER_DISCOUNT);
  }

  /** Whether the buyer has not refused it. */
  boolean stands() {
    return status != Status.REFUSED;
  }
}
