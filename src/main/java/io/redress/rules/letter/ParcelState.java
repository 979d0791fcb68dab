package io.redress.rules.letter;

import io.redress.domain.decision.Action;
import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeType;
import io.redress.domain.dispute.Reason;
import io.redress.domain.dispute.Shipment;
import io.redress.domain.dispute.Shipment.CarrierInvestigation;
import io.redress.domain.dispute.Shipment.TrackingStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the parcel is, as far as the facts say: what a letter may claim about it.
 *
 * <p>The carrier's data weigh more than the buyer's reason, whichever table decided, so that no
 * letter calls a delivered or stopped parcel on its way.
 */
enum ParcelState {
  NOT_SHIPPED,
  /** The carrier has its data, but has not scanned it. */
  ANNOUNCED,
  ON_ITS_WAY,
  AT_CUSTOMS,
  AT_PICKUP_POINT,
  /** The carrier came, but could not hand it over. */
  NOT_HANDED_OVER,
  /** The carrier reports an exception. */
  STOPPED,
  /** Not accepted at the door, and on its way back to the seller. */
  REFUSED,
  /** On its way back to the seller, or back already. */
  RETURNING,
  LOST,
  /** The carrier reports it as delivered, the buyer has nothing. */
  DELIVERED,
  /** The buyer has a part of the order. */
  PARTLY_RECEIVED,
  /** The buyer has it. */
  RECEIVED,
  UNKNOWN;

  private static final Set<TrackingStatus> FAILURES =
      EnumSet.of(TrackingStatus.EXCEPTION, TrackingStatus.DELIVERY_FAILURE);

  /** The carrier does not say where it is now; a buyer may take such a parcel for lost. */
  private static final Set<ParcelState> UNSEEN = EnumSet.of(ANNOUNCED, ON_ITS_WAY, UNKNOWN);

  private static final Set<String> NAMES =
      Arrays.stream(values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

  static boolean isName(String code) {
    return NAMES.contains(code);
  }

  static ParcelState of(Decision decision) {
    Dispute dispute = decision.assessment().dispute();
    if (dispute.disputeType() == DisputeType.NOT_AS_DESCRIBED) {
      return dispute.reason() == Reason.CHANGED_MIND && isUnderWay(decision, dispute.shipment())
          ? ON_ITS_WAY
          : RECEIVED;
    }
    if (dispute.reason() == Reason.ARRIVED_LATE) {
      return RECEIVED;
    }
    if (isPartlyReceived(dispute)) {
      return PARTLY_RECEIVED;
    }
    ParcelState scanned = scanned(dispute);
    if (scanned != null) {
      return scanned;
    }
    return willBeShipped(decision) ? NOT_SHIPPED : byReason(dispute);
  }

  /** A purchase may be withdrawn from before the parcel arrives. */
  private static boolean isUnderWay(Decision decision, Shipment shipment) {
    TrackingStatus status = status(shipment);
    if (shipment.deliveredOn() != null || status == TrackingStatus.DELIVERED) {
      return false;
    }
    return status != null
        || shipment.latestDeliveryOn() != null
            && !shipment.latestDeliveryOn().isBefore(decision.asOf());
  }

  private static boolean isPartlyReceived(Dispute dispute) {
    Integer delivered = dispute.shipment().parcelsDelivered();
    Integer total = dispute.shipment().parcelsTotal();
    return dispute.reason() == Reason.INCOMPLETE_ORDER
        || delivered != null && delivered > 0 && (total == null || delivered < total);
  }

  private static @Nullable ParcelState scanned(Dispute dispute) {
    Shipment shipment = dispute.shipment();
    String detail = detail(shipment);
    if (detail.equals("Cancel") && shipment.deliveredOn() == null) {
      return NOT_SHIPPED;
    }
    TrackingStatus status = status(shipment);
    CarrierInvestigation found = shipment.carrierInvestigation();
    if (found == CarrierInvestigation.LOST
        || detail.equals("Lost")
        || detail.equals("Destroyed")
        || status == TrackingStatus.EXPIRED) {
      return LOST;
    }
    if (status == TrackingStatus.DELIVERED
        || shipment.deliveredOn() != null
        || found == CarrierInvestigation.NO_PROOF
        || found == CarrierInvestigation.DELIVERED
        || dispute.reason() == Reason.DELIVERED_NOT_RECEIVED) {
      return DELIVERED;
    }
    if (detail.equals("Rejected") || dispute.reason() == Reason.DELIVERY_REFUSED) {
      return REFUSED;
    }
    if (detail.startsWith("Return") || dispute.reason() == Reason.RETURNED_TO_SENDER) {
      return RETURNING;
    }
    if (dispute.reason() == Reason.CUSTOMS_DETAINED
        || dispute.customs().cause() != null && dispute.reason() != Reason.NOT_SHIPPED
        || detail.equals("CustomsRequiringInformation")) {
      return AT_CUSTOMS;
    }
    ParcelState byStatus = status == null ? null : byStatus(status, dispute.reason());
    boolean lostAsFarAsSeen = byStatus == null || UNSEEN.contains(byStatus);
    return dispute.reason() == Reason.LOST && lostAsFarAsSeen ? LOST : byStatus;
  }

  private static ParcelState byStatus(TrackingStatus status, Reason reason) {
    boolean notShipped = reason == Reason.NOT_SHIPPED;
    return switch (status) {
      case IN_TRANSIT, OUT_FOR_DELIVERY -> ON_ITS_WAY;
      case AVAILABLE_FOR_PICKUP -> AT_PICKUP_POINT;
      case DELIVERY_FAILURE -> NOT_HANDED_OVER;
      case EXCEPTION -> STOPPED;
      case INFO_RECEIVED -> notShipped ? NOT_SHIPPED : ANNOUNCED;
      case NOT_FOUND -> notShipped ? NOT_SHIPPED : UNKNOWN;
      case DELIVERED -> DELIVERED;
      case EXPIRED -> LOST;
    };
  }

  /** A sub-status names its status first, as in {@code Exception_Delayed}; failures prevail. */
  private static @Nullable TrackingStatus status(Shipment shipment) {
    String sub = shipment.trackingSubStatus();
    if (sub == null) {
      return shipment.trackingStatus();
    }
    String first = sub.replaceFirst("_.*", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    for (TrackingStatus status : TrackingStatus.values()) {
      if (status.name().equalsIgnoreCase(first)
          && (shipment.trackingStatus() == null || FAILURES.contains(status))) {
        return status;
      }
    }
    return shipment.trackingStatus();
  }

  private static String detail(Shipment shipment) {
    String sub = shipment.trackingSubStatus();
    return sub == null ? "" : sub.replaceFirst("[^_]*_", "");
  }

  /** Only an order that has not left is kept waiting with a day for its shipping. */
  private static boolean willBeShipped(Decision decision) {
    return decision.dates().shipBefore() != null
        && decision.actions().stream().anyMatch(Action.KeepTracking.class::isInstance);
  }

  private static ParcelState byReason(Dispute dispute) {
    return switch (dispute.reason()) {
      case IN_TRANSIT -> ON_ITS_WAY;
      case NOT_SHIPPED -> NOT_SHIPPED;
      case WRONG_ADDRESS -> dispute.shipment().shippedOn() == null ? UNKNOWN : ON_ITS_WAY;
      default -> UNKNOWN;
    };
  }
}
