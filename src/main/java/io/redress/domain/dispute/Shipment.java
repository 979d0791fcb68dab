package io.redress.domain.dispute;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Facts about the parcel.
 *
 * @param latestDeliveryOn the last day that the buyer was promised
 * @param trackingSubStatus 17TRACK's, e.g. {@code Exception_Lost}
 * @param addressErrorBy who got the address wrong
 * @param weightMatchesFullOrder the carrier's weight equals that of all pieces
 * @param destinationServed carriers serve the buyer's country now
 * @param deliveryDateEssential the day was agreed to be essential before the sale
 * @param additionalPeriodEndedOn end of the extra time that the buyer granted
 * @param additionalPeriodEndsOn end of the extra time that the buyer granted and that still runs
 * @param collectBy the last day at the pickup point
 */
public record Shipment(
    @Nullable LocalDate shippedOn,
    @Nullable LocalDate latestDeliveryOn,
    @Nullable LocalDate deliveredOn,
    @Nullable LocalDate lastTrackingUpdateOn,
    @Personal @Text @Nullable String carrier,
    @Personal @Text(max = 64) @Nullable String trackingNumber,
    @Personal @Text(max = 500, pattern = "[Hh][Tt][Tt][Pp][Ss]?://\\S+", form = "request.address")
        @Nullable String trackingUrl,
    @Nullable TrackingStatus trackingStatus,
    @Text(max = 64, pattern = "[A-Za-z]+(_[A-Za-z]+)?", form = "request.trackingStatus")
        @Nullable String trackingSubStatus,
    @Nullable ProofOfDelivery proofOfDelivery,
    @Nullable Boolean deliveredToOrderAddress,
    @Nullable CarrierInvestigation carrierInvestigation,
    @Range(max = 1_000_000) @Nullable Integer parcelsTotal,
    @Range(max = 1_000_000) @Nullable Integer parcelsDelivered,
    @Nullable Party addressErrorBy,
    @Nullable Boolean weightMatchesFullOrder,
    @Nullable Boolean destinationServed,
    @Nullable Boolean deliveryDateEssential,
    @Nullable LocalDate additionalPeriodEndedOn,
    @Nullable LocalDate additionalPeriodEndsOn,
    @Nullable LocalDate collectBy) {

  /** Returns the end of the extra time that the buyer granted, past or to come. */
  public @Nullable LocalDate additionalPeriodEnd() {
    return additionalPeriodEndedOn != null ? additionalPeriodEndedOn : additionalPeriodEndsOn;
  }

  /** 17TRACK's main statuses. */
  public enum TrackingStatus {
    NOT_FOUND,
    INFO_RECEIVED,
    IN_TRANSIT,
    EXPIRED,
    AVAILABLE_FOR_PICKUP,
    OUT_FOR_DELIVERY,
    DELIVERY_FAILURE,
    DELIVERED,
    EXCEPTION
  }

  /** The proof that the carrier has of a delivery. */
  public enum ProofOfDelivery {
    NONE,
    SCAN,
    PHOTO,
    SIGNATURE
  }

  /** The result of the carrier's investigation. */
  public enum CarrierInvestigation {
    NOT_STARTED,
    OPEN,
    LOST,
    NO_PROOF,
    DELIVERED
  }
}
