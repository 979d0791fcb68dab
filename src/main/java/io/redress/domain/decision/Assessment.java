package io.redress.domain.decision;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.redress.domain.dispute.Dispute;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values derived from the facts by arithmetic; null where facts are unknown.
 *
 * @param affectedQuantity number of pieces that the complaint is about
 * @param defectRatePercent share of the ordered pieces that are affected, in percent, two decimals
 * @param orderValue price of all goods, without shipping, in the order's currency
 * @param affectedValue price of the affected pieces, in the order's currency
 * @param daysLate days past the promised day; negative before it
 * @param daysSinceAdditionalPeriodEnded days past the end of the buyer's extra time; negative while
 *     it runs
 * @param peakSeason the season in which the day lies, or {@code NONE}
 * @param holiday the closure that touches the seller's handling days, or {@code NONE}
 * @param shippingResumesOn the seller's next working day, when the day of the decision is not one
 * @param buyerHoliday the public holiday in the buyer's country on that day, or {@code NONE}
 * @param warnings notes on incomplete facts, and on days that the calendars do not cover
 */
public record Assessment(
    @JsonIgnore Dispute dispute,
    @Nullable Integer affectedQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal defectRatePercent,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal orderValue,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal affectedValue,
    @Nullable Integer daysSinceOrdered,
    @Nullable Integer daysSinceShipped,
    @Nullable Integer daysSinceDelivered,
    @Nullable Integer daysSinceTrackingUpdate,
    @Nullable Integer daysSinceEvidenceRequested,
    @Nullable Integer daysSinceAdditionalPeriodEnded,
    @Nullable Integer daysLate,
    String peakSeason,
    String holiday,
    @Nullable LocalDate shippingResumesOn,
    String buyerHoliday,
    @JsonIgnore List<Warning> warnings) {
  public Assessment {
    warnings = List.copyOf(warnings);
  }
}
