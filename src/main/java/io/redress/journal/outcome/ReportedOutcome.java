package io.redress.journal.outcome;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * How the dispute of a decision ended, as it was reported later.
 *
 * @param number in the order of the reports on this decision, from 1; the last one counts
 * @param cost what the dispute cost in the end; absent where it is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportedOutcome(
    int number, Kind outcome, @Nullable Cost cost, Instant reportedAt, String reportedBy) {

  /** How a dispute ended. */
  public enum Kind {
    /** The buyer accepted the decision. */
    ACCEPTED,
    /** The buyer did not, and took it further. */
    ESCALATED,
    /** The buyer's bank took the money back. */
    CHARGEBACK_LOST
  }

  /** An amount of money, with the decimals of its currency. */
  public record Cost(
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, Currency currency) {
    public Cost {
      amount =
          amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP);
    }
  }

  /** Whether the same is reported again. */
  boolean says(Kind kind, @Nullable Cost amount) {
    return outcome == kind && (cost == null ? amount == null : cost.equals(amount));
  }
}
