package io.redress.domain.dispute;

import io.redress.platform.phrase.Phrase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks that facts which are valid one by one do not contradict each other. */
final class FactChecks {
  private static final int MAX_PIECES = 1_000_000;

  private final Dispute dispute;
  private final List<FactProblem> problems;
  private final Event ordered;
  private final Event shipped;
  private final Event delivered;
  private final Event tracked;
  private final Event promised;
  private final Event granted;
  private final Event reported;
  private final Event asked;
  private final Event reviewed;

  private FactChecks(Dispute dispute, List<FactProblem> problems) {
    this.dispute = dispute;
    this.problems = problems;
    Shipment parcel = dispute.shipment();
    ordered = new Event("/order/orderedOn", "request.ordered", dispute.order().orderedOn());
    shipped = new Event("/shipment/shippedOn", "request.shipped", parcel.shippedOn());
    delivered = new Event("/shipment/deliveredOn", "request.delivered", parcel.deliveredOn());
    tracked =
        new Event(
            "/shipment/lastTrackingUpdateOn", "request.tracked", parcel.lastTrackingUpdateOn());
    promised =
        new Event("/shipment/latestDeliveryOn", "request.promised", parcel.latestDeliveryOn());
    granted =
        new Event(
            "/shipment/additionalPeriodEndedOn",
            "request.extended",
            parcel.additionalPeriodEndedOn());
    reported = new Event("/problem/reportedOn", "request.reported", dispute.problem().reportedOn());
    asked = new Event("/evidence/requestedOn", "request.asked", dispute.evidence().requestedOn());
    reviewed = new Event("/feedback/on", "request.reviewed", dispute.feedback().on());
  }

  /**
   * Adds a problem for each impossible combination.
   *
   * @param today the day on which a dispute without {@code asOf} is decided
   */
  static void check(Dispute dispute, LocalDate today, List<FactProblem> problems) {
    var checks = new FactChecks(dispute, problems);
    checks.checkReason();
    checks.checkQuantities();
    checks.checkMoney(dispute.order());
    checks.checkEventOrder();
    checks.checkNoEventAfter(Objects.requireNonNullElse(dispute.asOf(), today));
  }

  private void checkReason() {
    boolean bothRead = dispute.reason() != null && dispute.disputeType() != null;
    if (bothRead && dispute.reason().disputeType() != dispute.disputeType()) {
      impossible(
          "/reason",
          "request.reasonOfOtherType",
          dispute.reason(),
          dispute.reason().disputeType(),
          dispute.disputeType());
    }
  }

  private void checkQuantities() {
    Complaint problem = dispute.problem();
    Integer ordered = dispute.order().quantity();
    Integer defective = problem.defectiveQuantity();
    Integer missing = problem.missingQuantity();
    boolean eachFits =
        atMost("/problem/defectiveQuantity", defective, "request.piecesOrdered", ordered)
            & atMost("/problem/missingQuantity", missing, "request.piecesOrdered", ordered);
    if (eachFits && ordered != null && defective != null && missing != null) {
      checkSum(defective, missing, ordered);
    }
    long named = problem.namedPieces();
    atMost("/problem/defects", named, "request.piecesFaulty", defective);
    if (defective == null) {
      atMost("/problem/defects", named, "request.piecesOrdered", ordered);
      atMost("/problem/defects", named, "request.piecesOfAnOrder", MAX_PIECES);
    }
    Shipment shipment = dispute.shipment();
    atMost(
        "/shipment/parcelsDelivered",
        shipment.parcelsDelivered(),
        "request.parcels",
        shipment.parcelsTotal());
  }

  private void checkSum(int defective, int missing, int ordered) {
    if (defective + missing > ordered) {
      impossible(
          "/problem/missingQuantity", "request.tooManyTogether", missing, defective, ordered);
    }
  }

  private boolean atMost(
      String pointer, @Nullable Number value, String whole, @Nullable Integer limit) {
    if (value == null || limit == null || value.longValue() <= limit) {
      return true;
    }
    impossible(pointer, "request.tooMany", value, limit, Phrase.of(whole));
    return false;
  }

  private void checkMoney(Order order) {
    Currency currency = order.currency();
    amount("/order/unitPrice", order.unitPrice(), currency);
    amount("/order/shippingFee", order.shippingFee(), currency);
    if (currency == null && (order.unitPrice() != null || order.shippingFee() != null)) {
      impossible("/order/currency", "request.noCurrency");
    }
  }

  private void amount(String pointer, @Nullable BigDecimal amount, @Nullable Currency currency) {
    if (amount != null
        && currency != null
        && amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
      impossible(
          pointer, "request.decimals", amount, currency, currency.getDefaultFractionDigits());
    }
  }

  private void checkEventOrder() {
    for (Event later :
        List.of(shipped, delivered, tracked, promised, granted, reported, asked, reviewed)) {
      notBefore(later, ordered);
    }
    notBefore(delivered, shipped);
    notBefore(asked, reported);
  }

  private void checkNoEventAfter(LocalDate asOf) {
    for (Event past : List.of(ordered, shipped, delivered, tracked, reported, asked, reviewed)) {
      if (past.on != null && past.on.isAfter(asOf)) {
        impossible(past.pointer, "request.afterDecision", Phrase.of(past.verb), past.on, asOf);
      }
    }
  }

  private void notBefore(Event later, Event earlier) {
    if (later.on != null && earlier.on != null && later.on.isBefore(earlier.on)) {
      impossible(
          later.pointer,
          "request.before",
          Phrase.of(later.verb),
          later.on,
          Phrase.of(earlier.verb),
          earlier.on);
    }
  }

  private void impossible(String pointer, String key, Object... arguments) {
    problems.add(FactProblem.impossible(pointer, key, arguments));
  }

  private record Event(String pointer, String verb, @Nullable LocalDate on) {}
}
