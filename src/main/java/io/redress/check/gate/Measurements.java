package io.redress.check.gate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a candidate.
 *
 * @param newestFirst its impact runs
 * @param oldest when the oldest decision of the journal was taken; null if there is none, or it is
 *     not known
 */
public record Measurements(List<Run> newestFirst, @Nullable Instant oldest) {
  /** Nothing is known. */
  public static final Measurements NONE = new Measurements(List.of(), null);

  public Measurements {
    newestFirst = List.copyOf(newestFirst);
  }

  /**
   * An impact run that is done, or is not yet.
   *
   * @param against version of the rule set that it compares with
   * @param complete whether it has no filter, and both rule sets decide all decisions again
   * @param from null for the whole journal
   * @param before the instant after the last decision
   * @param decided number of decisions; 0 until it is done, as the following
   * @param changed how many of them are different
   * @param lost how many more only the other rule set can decide: their cost is not known
   * @param difference of the money, by currency
   */
  public record Run(
      String id,
      boolean done,
      String against,
      boolean complete,
      BigDecimal redemptionRate,
      @Nullable Instant from,
      Instant before,
      long decided,
      long changed,
      long lost,
      Map<String, BigDecimal> difference) {
    public Run {
      difference = Map.copyOf(difference);
    }
  }
}
