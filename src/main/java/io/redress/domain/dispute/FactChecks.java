package io.redress.domain.dispute;

import io.redress.platform.phrase.Phrase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
  private final Event extended;
  private final Event extending;
  private final Event collected;
  private final Event reported;
  private final Event asked;
  private final Event proved;
  private final Event reviewed;
  private final List<Event> granted;

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
    extended =
        new Event(
            "/shipment/additionalPeriodEndedOn",
            "request.extended",
            parcel.additionalPeriodEndedOn());
    extending =
        new Event(
            "/shipment/additionalPeriodEndsOn",
            "request.extended",
            parcel.additionalPeriodEndsOn());
    collected = new Event("/shipment/collectBy", "request.collected", parcel.collectBy());
    reported = new Event("/problem/reportedOn", "request.reported", dispute.problem().reportedOn());
    asked = new Event("/evidence/requestedOn", "request.asked", dispute.evidence().requestedOn());
    proved = new Event("/evidence/receivedOn", "request.proved", dispute.evidence().receivedOn());
    granted =
        IntStream.range(0, dispute.granted().size())
            .mapToObj(
                index ->
                    new Event(
                        "/granted/" + index + "/on",
                        "request.granted",
                        dispute.granted().get(index).on()))
            .toList();
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
    checks.checkEvidence();
    checks.checkMoney(dispute.order());
    checks.checkGranted();
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

  private void checkEvidence() {
    Evidence evidence = dispute.evidence();
    if (evidence.requestedOn() != null && evidence.timesRequested() == 0) {
      impossible("/evidence/requests", "request.neverAsked", evidence.requestedOn());
    }
  }

  private void checkMoney(Order order) {
    Map<String, BigDecimal> amounts = amounts(order);
    Currency currency = order.currency();
    if (currency == null && !amounts.isEmpty()) {
      impossible("/order/currency", "request.noCurrency");
    }
    if (currency != null) {
      amounts.forEach((pointer, amount) -> checkDecimals(pointer, amount, currency));
    }
    if (order.discount() != null && order.unitPrice() != null && order.quantity() != null) {
      BigDecimal price = order.unitPrice().multiply(BigDecimal.valueOf(order.quantity()));
      if (order.discount().compareTo(price) > 0) {
        impossible("/order/discount", "request.discountAbovePrice", order.discount(), price);
      }
    }
  }

  /** Returns the known amounts by pointer, in the order of the records. */
  private Map<String, BigDecimal> amounts(Order order) {
    Map<String, BigDecimal> amounts = new LinkedHashMap<>();
    amounts.put("/order/unitPrice", order.unitPrice());
    amounts.put("/order/shippingFee", order.shippingFee());
    amounts.put("/order/discount", order.discount());
    amounts.put("/order/tax", order.tax());
    amounts.put("/claimedAmount", dispute.claimedAmount());
    amounts.put("/customs/dutyPaidByBuyer", dispute.customs().dutyPaidByBuyer());
    for (int index = 0; index < dispute.granted().size(); index++) {
      amounts.put("/granted/" + index + "/amount", dispute.granted().get(index).amount());
    }
    amounts.values().removeIf(Objects::isNull);
    return amounts;
  }

  private void checkDecimals(String pointer, BigDecimal amount, Currency currency) {
    if (amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
      impossible(
          pointer, "request.decimals", amount, currency, currency.getDefaultFractionDigits());
    }
  }

  /** Refunds add up to at most what was paid, counting duty. */
  private void checkGranted() {
    BigDecimal paid = dispute.paidWithDuty();
    BigDecimal sum = BigDecimal.ZERO;
    for (int index = 0; index < dispute.granted().size(); index++) {
      Grant grant = dispute.granted().get(index);
      String pointer = "/granted/" + index;
      atMost(
          pointer + "/quantity",
          grant.quantity(),
          "request.piecesOrdered",
          dispute.order().quantity());
      boolean refund = grant.type() != null && grant.type().refunds() && grant.counts();
      if (refund && grant.amount() != null && paid != null) {
        sum = sum.add(grant.amount());
        if (sum.compareTo(paid) > 0) {
          impossible(pointer + "/amount", "request.grantedAbovePaid", sum, paid);
          return;
        }
      }
    }
  }

  private void checkEventOrder() {
    for (Event later :
        List.of(
            shipped, delivered, tracked, promised, extended, extending, collected, reported, asked,
            proved, reviewed)) {
      notBefore(later, ordered);
    }
    granted.forEach(grant -> notBefore(grant, ordered));
    notBefore(delivered, shipped);
    notBefore(collected, shipped);
    notBefore(extending, extended);
    notBefore(asked, reported);
  }

  private void checkNoEventAfter(LocalDate asOf) {
    Stream<Event> events =
        Stream.of(ordered, shipped, delivered, tracked, reported, asked, proved, reviewed);
    for (Event past : Stream.concat(events, granted.stream()).toList()) {
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
