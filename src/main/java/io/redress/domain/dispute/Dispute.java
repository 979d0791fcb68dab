package io.redress.domain.dispute;

import io.redress.platform.text.PlainId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one dispute.
 *
 * <p>Only {@code disputeType} and {@code reason} are required. The groups are never null; a fact
 * that the client left out is null. Dates are in the seller's time zone.
 *
 * @param disputeId ties the decisions of one dispute together
 * @param asOf the day on which the decision is taken
 * @param platform where the dispute was opened
 * @param stage how far it has gone there
 * @param platformDeadline the last day on which the seller may answer there
 * @param claimedAmount what the buyer asks for, in the order's currency
 * @param granted the remedies of this dispute so far
 * @param peakSeason a season's name or {@code NONE}; worked out from the calendars when absent
 * @param holiday a closure's name or {@code NONE}; worked out from the calendars when absent
 * @param custom facts of the seller's own, by name: a Boolean, Long, BigDecimal, LocalDate, word or
 *     {@link CustomFacts.FreeText}
 * @param previousReplacements replacements already sent for this order, counted by shipment
 */
public record Dispute(
    @Text(max = PlainId.MAX_LENGTH, pattern = PlainId.PATTERN, form = "request.idCharacters")
        @Nullable String disputeId,
    @Nullable LocalDate asOf,
    @Required DisputeType disputeType,
    @Required Reason reason,
    @Text(max = 64, pattern = CodeName.PATTERN, form = "request.platformName")
        @Nullable String platform,
    @Nullable Stage stage,
    @Nullable LocalDate platformDeadline,
    @Nullable DesiredOutcome desiredOutcome,
    @Range(max = 1_000_000_000_000L) @Nullable BigDecimal claimedAmount,
    List<Grant> granted,
    @Nullable DelayCause delayCause,
    @Text(max = 64, pattern = CodeName.PATTERN, form = "request.peakName")
        @Nullable String peakSeason,
    @Text(max = 64, pattern = CodeName.PATTERN, form = "request.holidayName")
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
    Feedback feedback,
    Map<String, Object> custom) {

  /** How far a dispute has gone on the platform. */
  public enum Stage {
    MESSAGE,
    INQUIRY,
    CLAIM,
    CHARGEBACK
  }

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

  /** Returns the remedies so far that the buyer has, or was promised. */
  public List<Grant> counted() {
    return granted.stream().filter(Grant::counts).toList();
  }

  /** Returns the remedies so far that the buyer has not refused, so with offers. */
  public List<Grant> standing() {
    return granted.stream().filter(Grant::stands).toList();
  }

  /**
   * Returns the day from which the buyer's periods count: that of the complaint, or else of the
   * decision.
   */
  public LocalDate complainedOn() {
    return problem.reportedOn() != null
        ? problem.reportedOn()
        : Objects.requireNonNull(asOf, "asOf");
  }

  /** Returns what the buyer paid, with shipping and import duty; null when unknown. */
  public @Nullable BigDecimal paidWithDuty() {
    BigDecimal paid = order.paid();
    BigDecimal duty = customs.dutyPaidByBuyer();
    return paid == null || duty == null ? paid : paid.add(duty);
  }

  /** Returns a copy with the given decision day and dispute id. */
  public Dispute on(LocalDate day, String id) {
    return new Dispute(
        id,
        day,
        disputeType,
        reason,
        platform,
        stage,
        platformDeadline,
        desiredOutcome,
        claimedAmount,
        granted,
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
        feedback,
        custom);
  }
}
