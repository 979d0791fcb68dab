package io.redress.domain.dispute;

import io.redress.platform.text.PlainId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one dispute.
 *
 * <p>Only {@code disputeType} and {@code reason} are required. The groups are never null; a fact
 * that the client left out is null. Dates are in the seller's time zone.
 *
 * @param disputeId ties the decisions of one dispute together
 * @param asOf the day on which the decision is taken
 * @param peakSeason a season's name or {@code NONE}; worked out from the calendars when absent
 * @param holiday a closure's name or {@code NONE}; worked out from the calendars when absent
 * @param previousReplacements replacements already sent for this order, counted by shipment
 */
public record Dispute(
    @Text(max = PlainId.MAX_LENGTH, pattern = PlainId.PATTERN, form = "request.idCharacters")
        @Nullable String disputeId,
    @Nullable LocalDate asOf,
    @Required DisputeType disputeType,
    @Required Reason reason,
    @Nullable DesiredOutcome desiredOutcome,
    @Nullable DelayCause delayCause,
    @Text(max = 64, pattern = CalendarName.PATTERN, form = "request.peakName")
        @Nullable String peakSeason,
    @Text(max = 64, pattern = CalendarName.PATTERN, form = "request.holidayName")
        @Nullable String holiday,
    Order order,
    Shipment shipment,
    Customs customs,
    Complaint problem,
    Evidence evidence,
    @Nullable Boolean replacementAvailable,
    @Range(max = 1_000) @Nullable Integer previousReplacements,
    Buyer buyer,
    Seller seller,
    Feedback feedback) {

  /** What the buyer asks for. */
  public enum DesiredOutcome {
    REFUND,
    REPLACEMENT,
    STILL_WANT_ITEM,
    KEEP_WITH_COMPENSATION
  }

  /** Why the parcel is late, as far as the seller knows. */
  public enum DelayCause {
    NONE,
    PEAK_SEASON,
    HOLIDAY,
    CUSTOMS,
    STRIKE,
    NATURAL_DISASTER,
    CARRIER,
    UNKNOWN
  }

  /** Returns a copy with the given decision day and dispute id. */
  public Dispute on(LocalDate day, String id) {
    return new Dispute(
        id,
        day,
        disputeType,
        reason,
        desiredOutcome,
        delayCause,
        peakSeason,
        holiday,
        order,
        shipment,
        customs,
        problem,
        evidence,
        replacementAvailable,
        previousReplacements,
        buyer,
        seller,
        feedback);
  }
}
