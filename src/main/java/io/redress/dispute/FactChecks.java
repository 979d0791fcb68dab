package io.redress.dispute;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Facts that are each possible, but not together. */
final class FactChecks {
  private static final int MOST_PIECES = 1_000_000;

  private final Dispute dispute;
  private final List<Fault> faults;
  private final Event ordered;
  private final Event shipped;
  private final Event delivered;
  private final Event tracked;
  private final Event promised;
  private final Event granted;
  private final Event reported;
  private final Event asked;
  private final Event reviewed;

  private FactChecks(Dispute dispute, List<Fault> faults) {
    this.dispute = dispute;
    this.faults = faults;
    Shipment parcel = dispute.shipment();
    ordered = new Event("/order/orderedOn", "ordered", dispute.order().orderedOn());
    shipped = new Event("/shipment/shippedOn", "shipped", parcel.shippedOn());
    delivered = new Event("/shipment/deliveredOn", "delivered", parcel.deliveredOn());
    tracked = new Event("/shipment/lastTrackingUpdateOn", "tracked", parcel.lastTrackingUpdateOn());
    promised = new Event("/shipment/latestDeliveryOn", "promised", parcel.latestDeliveryOn());
    granted =
        new Event(
            "/shipment/additionalPeriodEndedOn", "extended", parcel.additionalPeriodEndedOn());
    reported = new Event("/problem/reportedOn", "reported", dispute.problem().reportedOn());
    asked = new Event("/evidence/requestedOn", "asked for proof", dispute.evidence().requestedOn());
    reviewed = new Event("/feedback/on", "reviewed", dispute.feedback().on());
  }

  /**
   * Notes every impossible combination.
   *
   * @param today the day on which a dispute without {@code asOf} is decided
   */
  static void check(Dispute dispute, LocalDate today, List<Fault> faults) {
    var checks = new FactChecks(dispute, faults);
    checks.reasonFitsType();
    checks.quantities();
    checks.money(dispute.order());
    checks.orderOfEvents();
    checks.nothingHappensAfter(Objects.requireNonNullElse(dispute.asOf(), today));
  }

  private void reasonFitsType() {
    boolean bothRead = dispute.reason() != null && dispute.disputeType() != null;
    if (bothRead && dispute.reason().disputeType() != dispute.disputeType()) {
      impossible(
          "/reason",
          dispute.reason()
              + " is a reason for "
              + dispute.reason().disputeType()
              + ", not for "
              + dispute.disputeType()
              + ".");
    }
  }

  private void quantities() {
    Problem problem = dispute.problem();
    Integer ordered = dispute.order().quantity();
    Integer defective = problem.defectiveQuantity();
    Integer missing = problem.missingQuantity();
    boolean eachFits =
        atMost("/problem/defectiveQuantity", defective, "pieces ordered", ordered)
            & atMost("/problem/missingQuantity", missing, "pieces ordered", ordered);
    if (eachFits && ordered != null && defective != null && missing != null) {
      together(defective, missing, ordered);
    }
    long named = problem.namedPieces();
    atMost("/problem/defects", named, "faulty pieces", defective);
    if (defective == null) {
      atMost("/problem/defects", named, "pieces ordered", ordered);
      atMost("/problem/defects", named, "pieces that an order may have", MOST_PIECES);
    }
    Shipment shipment = dispute.shipment();
    atMost(
        "/shipment/parcelsDelivered",
        shipment.parcelsDelivered(),
        "parcels",
        shipment.parcelsTotal());
  }

  private void together(int defective, int missing, int ordered) {
    if (defective + missing > ordered) {
      impossible(
          "/problem/missingQuantity",
          "%d missing and %d faulty pieces are more than the %d pieces ordered."
              .formatted(missing, defective, ordered));
    }
  }

  private boolean atMost(
      String pointer, @Nullable Number value, String whole, @Nullable Integer most) {
    boolean fits = value == null || most == null || value.longValue() <= most;
    if (!fits) {
      impossible(pointer, value + " is more than the " + most + " " + whole + ".");
    }
    return fits;
  }

  private void money(Order order) {
    Currency currency = order.currency();
    amount("/order/unitPrice", order.unitPrice(), currency);
    amount("/order/shippingFee", order.shippingFee(), currency);
    if (currency == null && (order.unitPrice() != null || order.shippingFee() != null)) {
      impossible("/order/currency", "A price or a fee needs its currency. Send one such as EUR.");
    }
  }

  private void amount(String pointer, @Nullable BigDecimal amount, @Nullable Currency currency) {
    if (amount != null
        && currency != null
        && amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
      impossible(
          pointer,
          amount
              + " has more decimals than "
              + currency
              + ", which has "
              + currency.getDefaultFractionDigits()
              + ".");
    }
  }

  private void orderOfEvents() {
    for (Event later :
        List.of(shipped, delivered, tracked, promised, granted, reported, asked, reviewed)) {
      notBefore(later, ordered);
    }
    notBefore(delivered, shipped);
    notBefore(asked, reported);
  }

  private void nothingHappensAfter(LocalDate asOf) {
    for (Event past : List.of(ordered, shipped, delivered, tracked, reported, asked, reviewed)) {
      if (past.on != null && past.on.isAfter(asOf)) {
        impossible(
            past.pointer,
            past.verb + " on " + past.on + ", after the day of the decision, " + asOf + ".");
      }
    }
  }

  private void notBefore(Event later, Event earlier) {
    if (later.on != null && earlier.on != null && later.on.isBefore(earlier.on)) {
      impossible(
          later.pointer,
          later.verb + " on " + later.on + ", before " + earlier.verb + " on " + earlier.on + ".");
    }
  }

  private void impossible(String pointer, String message) {
    faults.add(
        Fault.impossible(pointer, Character.toUpperCase(message.charAt(0)) + message.substring(1)));
  }

  private record Event(String pointer, String verb, @Nullable LocalDate on) {}
}
