package io.redress.domain.decision;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.Grant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values derived from the facts by arithmetic; null where facts are unknown.
 *
 * @param affectedQuantity number of pieces that the complaint is about
 * @param defectRatePercent share of the ordered pieces that are affected, in percent, two decimals
 * @param orderValue what was paid for all goods: discount off, with tax, without shipping
 * @param affectedValue the share of the affected pieces in it
 * @param paidAmount what the buyer paid: goods and shipping
 * @param alreadyGranted the sum of the refunds so far; absent where there are none
 * @param refundedPercent the share of {@code paidAmount} in it, rounded down; absent where either
 *     is not known
 * @param grantedTypes remedies that the buyer has, or was promised
 * @param replacementsSoFar replacements that were sent: the number in the facts, or of those among
 *     the earlier remedies, whichever is higher
 * @param lastGranted the last remedy that the buyer did not refuse, or the last offer
 * @param lastGrantedStatus how far the last has gone
 * @param daysSinceGranted days since the last
 * @param daysSinceOrdered days from an event to the day of the decision, and so for all that follow
 * @param daysUnderWay of goods not received: days since shipping, or else since the order, or else
 *     since the complaint, so that each wait ends
 * @param daysSinceReported days since the complaint
 * @param daysSinceLastEvent days since anything in the facts happened last
 * @param reportedDaysAfterOrder days from the order to the complaint; the buyer's periods end with
 *     the complaint, so tables use these for them
 * @param reportedDaysAfterDelivery days from the delivery to the complaint; negative before it
 * @param periodDaysAfterDelivery the same without days off right before the complaint: a period
 *     that would end on a weekend or holiday of the buyer ends with the next working day
 * @param periodYearAfterDelivery in which year after the delivery that is: 1 is the first
 * @param timesEvidenceRequested how often proof was asked for
 * @param daysToCollect days that the pickup point still keeps the parcel; negative after them
 * @param daysToPlatformDeadline days until the answer is due on the platform; negative after it
 * @param daysLate days past the promised day; negative before it
 * @param daysSinceAdditionalPeriodEnded days past the end of the buyer's extra time; negative while
 *     it runs
 * @param peakSeason the season in which the day lies, or {@code NONE}
 * @param holiday the closure that touches the seller's handling days, or {@code NONE}
 * @param shippingResumesOn the seller's first working day after that closure
 * @param sellerClosed whether the seller does not work on the day of the decision
 * @param buyerHoliday the public holiday in the buyer's country on that day, or {@code NONE}
 * @param warnings notes on incomplete facts, and on days that the calendars do not cover
 */
public record Assessment(
    @JsonIgnore Dispute dispute,
    @Nullable Integer affectedQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal defectRatePercent,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal orderValue,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal affectedValue,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal paidAmount,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal alreadyGranted,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal refundedPercent,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<ActionType> grantedTypes,
    Integer replacementsSoFar,
    @Nullable ActionType lastGranted,
    Grant.@Nullable Status lastGrantedStatus,
    @Nullable Integer daysSinceGranted,
    @Nullable Integer daysSinceOrdered,
    @Nullable Integer daysSinceShipped,
    @Nullable Integer daysUnderWay,
    @Nullable Integer daysSinceDelivered,
    @Nullable Integer daysSinceTrackingUpdate,
    @Nullable Integer daysSinceReported,
    @Nullable Integer daysSinceLastEvent,
    @Nullable Integer reportedDaysAfterOrder,
    @Nullable Integer reportedDaysAfterDelivery,
    @Nullable Integer periodDaysAfterDelivery,
    @Nullable Integer periodYearAfterDelivery,
    Integer timesEvidenceRequested,
    @Nullable Integer daysSinceEvidenceRequested,
    @Nullable Integer daysSinceEvidenceReceived,
    @Nullable Integer daysSinceAdditionalPeriodEnded,
    @Nullable Integer daysLate,
    @Nullable Integer daysToCollect,
    @Nullable Integer daysToPlatformDeadline,
    String peakSeason,
    String holiday,
    @Nullable LocalDate shippingResumesOn,
    Boolean sellerClosed,
    String buyerHoliday,
    @JsonIgnore List<Warning> warnings) {
  public Assessment {
    // In the order of the enum, so that answers are the same bytes in every process.
    Set<ActionType> ordered = EnumSet.noneOf(ActionType.class);
    ordered.addAll(grantedTypes);
    grantedTypes = Collections.unmodifiableSet(ordered);
    warnings = List.copyOf(warnings);
  }
}
