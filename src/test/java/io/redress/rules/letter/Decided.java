package io.redress.rules.letter;

import io.redress.domain.RecordOf;
import io.redress.domain.decision.Action;
import io.redress.domain.decision.Assessment;
import io.redress.domain.decision.CaseStatus;
import io.redress.domain.decision.Dates;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.EvidenceNeed;
import io.redress.domain.decision.Refund;
import io.redress.domain.decision.RuleSetId;
import io.redress.domain.dispute.Buyer;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.Order;
import io.redress.domain.dispute.Party;
import io.redress.domain.dispute.Reason;
import io.redress.domain.dispute.Seller;
import io.redress.domain.dispute.Shipment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builds decisions for letters; values that a test does not set are unknown. */
final class Decided {
  final Reason reason;
  final String code;
  final List<Action> actions;
  @Nullable String locale;
  @Nullable String buyer;
  @Nullable String seller;
  @Nullable String item;
  @Nullable LocalDate orderedOn;
  @Nullable Integer quantity;
  @Nullable Integer affected;
  @Nullable String carrier;
  @Nullable String trackingNumber;
  @Nullable String trackingUrl;
  @Nullable LocalDate latestDeliveryOn;
  @Nullable LocalDate deliveredOn;
  @Nullable LocalDate shippingResumesOn;
  @Nullable Party returnFee;
  @Nullable Party reshipFee;
  String peakSeason = "NONE";
  String holiday = "NONE";
  Dates dates = new Dates(null, null, null, null, null, null);

  Decided(Reason reason, String code, Action... actions) {
    this.reason = reason;
    this.code = code;
    this.actions = List.of(actions);
  }

  /** Returns the dress that is late before Christmas. */
  static Decided dress(String locale) {
    LocalDate review = LocalDate.of(2014, 12, 29);
    Decided dress =
        new Decided(
            Reason.IN_TRANSIT,
            "PEAK_SEASON",
            new Action.KeepTracking(review),
            new Action.NextOrderDiscount(new BigDecimal("5")));
    dress.locale = locale;
    dress.buyer = "Anna Schmidt";
    dress.seller = "Blue Silk Store";
    dress.item = "evening dress";
    dress.orderedOn = LocalDate.of(2014, 11, 28);
    dress.quantity = 1;
    dress.trackingNumber = "RB123456789CN";
    dress.trackingUrl = "https://t.17track.net/en#nums=RB123456789CN";
    dress.peakSeason = "CHRISTMAS";
    dress.dates = new Dates(null, null, review, null, null, null);
    return dress;
  }

  /** Returns twenty atomizers, seven of them defective. */
  static Decided atomizers(String locale, String code, Dates dates, Action action) {
    Decided atomizers = new Decided(Reason.DEFECTIVE, code, action);
    atomizers.locale = locale;
    atomizers.buyer = "Max Weber";
    atomizers.seller = "Cloud Nine Vapes";
    atomizers.item = "Atomizer";
    atomizers.orderedOn = LocalDate.of(2015, 2, 5);
    atomizers.quantity = 20;
    atomizers.affected = 7;
    atomizers.holiday = "SPRING_FESTIVAL";
    atomizers.dates = dates;
    return atomizers;
  }

  Decision decision() {
    Refund refund =
        actions.stream()
            .filter(Action.Refunding.class::isInstance)
            .map(action -> ((Action.Refunding) action).refund())
            .findFirst()
            .orElse(null);
    BigDecimal discount =
        actions.stream()
            .filter(Action.NextOrderDiscount.class::isInstance)
            .map(action -> ((Action.NextOrderDiscount) action).percent())
            .findFirst()
            .orElse(BigDecimal.ZERO);
    boolean replaced = actions.stream().anyMatch(Action.Replacement.class::isInstance);
    return RecordOf.type(Decision.class)
        .with("disputeId", "d-1")
        .with("asOf", LocalDate.of(2015, 2, 15))
        .with("ruleSet", RuleSetId.of("0123456789abcdef"))
        .with("resolution", actions.get(0).type())
        .with("actions", actions)
        .with("reasonCode", code)
        .with("nextOrderDiscountPercent", discount)
        .with("refund", refund)
        .with("replacementQuantity", replaced ? affected : null)
        .with("evidence", new EvidenceNeed(false, List.of()))
        .with("dates", dates)
        .with("returnFeePaidBy", returnFee)
        .with("reshipFeePaidBy", reshipFee)
        .with("caseStatus", CaseStatus.OPEN)
        .with("assessment", assessment())
        .build();
  }

  private Assessment assessment() {
    return RecordOf.type(Assessment.class)
        .with("dispute", dispute())
        .with("affectedQuantity", affected)
        .with("timesEvidenceRequested", 0)
        .with("peakSeason", peakSeason)
        .with("holiday", holiday)
        .with("shippingResumesOn", shippingResumesOn)
        .with("buyerHoliday", "NONE")
        .build();
  }

  private Dispute dispute() {
    return RecordOf.type(Dispute.class)
        .with("disputeId", "d-1")
        .with("disputeType", reason.disputeType())
        .with("reason", reason)
        .with(
            "order",
            RecordOf.type(Order.class)
                .with("orderedOn", orderedOn)
                .with("item", item)
                .with("quantity", quantity)
                .build())
        .with(
            "shipment",
            RecordOf.type(Shipment.class)
                .with("latestDeliveryOn", latestDeliveryOn)
                .with("deliveredOn", deliveredOn)
                .with("carrier", carrier)
                .with("trackingNumber", trackingNumber)
                .with("trackingUrl", trackingUrl)
                .build())
        .with(
            "buyer", new Buyer(buyer, null, locale == null ? null : Locale.forLanguageTag(locale)))
        .with("seller", new Seller(seller))
        .build();
  }
}
