package io.redress.rules.letter;

import io.redress.domain.decision.Assessment;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.Refund;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Order;
import io.redress.domain.dispute.Shipment;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Placeholders of letter texts, written as {@code {name}}, with their values; null when unknown.
 */
enum Placeholder {
  BUYER_NAME(decision -> words(decision.assessment().dispute().buyer().name())),
  SELLER_NAME(decision -> words(decision.assessment().dispute().seller().name())),
  ITEM(decision -> words(order(decision).item())),
  ORDERED_ON(decision -> order(decision).orderedOn()),
  ORDERED_QUANTITY(decision -> amongSeveral(decision, order(decision).quantity())),
  AFFECTED_QUANTITY(Placeholder::affected),
  /** The parts with a named defect, in the buyer's words. */
  PARTS(decision -> null),
  PARCELS_DELIVERED(decision -> parcels(decision, shipment(decision).parcelsDelivered())),
  PARCELS_TOTAL(decision -> parcels(decision, shipment(decision).parcelsTotal())),
  /** The pieces that go back, unless the whole order does. */
  RETURNED_QUANTITY(Placeholder::returned),
  REPLACEMENT_QUANTITY(decision -> amongSeveral(decision, decision.replacementQuantity())),
  /** The part that is sent; set while an action is written. */
  PART(decision -> null),
  CARRIER(decision -> words(shipment(decision).carrier())),
  TRACKING_NUMBER(decision -> words(shipment(decision).trackingNumber())),
  TRACKING_URL(decision -> words(shipment(decision).trackingUrl())),
  SHIPPED_ON(decision -> shipment(decision).shippedOn()),
  LATEST_DELIVERY_ON(decision -> shipment(decision).latestDeliveryOn()),
  DELIVERED_ON(decision -> shipment(decision).deliveredOn()),
  EVIDENCE_REQUESTED_ON(decision -> decision.assessment().dispute().evidence().requestedOn()),
  /** The kinds of proof that came. */
  EVIDENCE_RECEIVED(decision -> null),
  REFUND_BY(decision -> decision.dates().refundBy()),
  RETURN_BY(decision -> decision.dates().returnBy()),
  ALREADY_GRANTED(Placeholder::alreadyGranted),
  RESPOND_BY(decision -> decision.dates().respondBy()),
  SHIP_BEFORE(decision -> decision.dates().shipBefore()),
  NEXT_REVIEW_BY(decision -> decision.dates().nextReviewBy()),
  SHIPPING_RESUMES_ON(decision -> decision.assessment().shippingResumesOn()),
  DISCOUNT_PERCENT(decision -> share(decision.nextOrderDiscountPercent())),
  REFUND_AMOUNT(Placeholder::refundAmount),
  REFUND_PERCENT(Placeholder::refundPercent),
  HOLIDAY(decision -> named(Section.HOLIDAY, decision, Assessment::holiday)),
  PEAK_SEASON(decision -> named(Section.PEAK_SEASON, decision, Assessment::peakSeason)),
  /** The requested kinds of proof; set while an action is written. */
  EVIDENCE(decision -> null),
  /** The cause of a refusal; set while an action is written. */
  WHY(decision -> null),
  /** The first of two joined texts. */
  FIRST(decision -> null),
  /** The second of two joined texts. */
  SECOND(decision -> null);

  private static final Map<String, Placeholder> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(Placeholder::text, Function.identity()));

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final String text = camelCase(name());
  private final Function<Decision, @Nullable Object> fact;

  Placeholder(Function<Decision, @Nullable Object> fact) {
    this.fact = fact;
  }

  static @Nullable Placeholder named(String name) {
    return BY_NAME.get(name);
  }

  static List<String> names() {
    return BY_NAME.keySet().stream().sorted().toList();
  }

  /** Returns the name between braces. */
  String text() {
    return text;
  }

  /** Whether a text may have plural forms for this number. */
  boolean countable() {
    return name().endsWith("QUANTITY") || this == PARCELS_DELIVERED;
  }

  /**
   * Returns text, an Integer, a date, a percentage, an {@link Amount} or a {@link TextName}; null
   * when unknown.
   */
  @Nullable Object of(Decision decision) {
    return fact.apply(decision);
  }

  private static Order order(Decision decision) {
    return decision.assessment().dispute().order();
  }

  private static Shipment shipment(Decision decision) {
    return decision.assessment().dispute().shipment();
  }

  private static @Nullable String words(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Avoids "1 of 1 pieces", which no person would write. */
  private static @Nullable Integer amongSeveral(Decision decision, @Nullable Integer pieces) {
    Integer ordered = order(decision).quantity();
    boolean single = ordered != null && ordered == 1;
    return single || pieces == null || pieces == 0 ? null : pieces;
  }

  /** All pieces need no number: the whole order is concerned. */
  private static @Nullable Integer affected(Decision decision) {
    Integer affected = decision.assessment().affectedQuantity();
    return affected == null || affected.equals(order(decision).quantity())
        ? null
        : amongSeveral(decision, affected);
  }

  private static @Nullable Integer returned(Decision decision) {
    Refund refund = decision.refund();
    boolean whole = refund != null && refund.percentOfGoods().compareTo(HUNDRED) >= 0;
    return whole ? null : affected(decision);
  }

  /** Returns a number of parcels where some have arrived, and others have not. */
  private static @Nullable Integer parcels(Decision decision, @Nullable Integer parcels) {
    Integer delivered = shipment(decision).parcelsDelivered();
    Integer total = shipment(decision).parcelsTotal();
    boolean partly = delivered != null && total != null && delivered > 0 && delivered < total;
    return partly ? parcels : null;
  }

  private static @Nullable BigDecimal share(BigDecimal percent) {
    return percent.signum() == 0 ? null : percent;
  }

  /** A share of the affected pieces is not a share of the order when the quantity is unknown. */
  private static @Nullable Object refundPercent(Decision decision) {
    Refund refund = decision.refund();
    Assessment assessment = decision.assessment();
    boolean shareOfSomePieces =
        decision.resolution() != ActionType.FULL_REFUND
            && assessment.affectedQuantity() != null
            && assessment.dispute().order().quantity() == null;
    boolean nothing = refund != null && refund.amount() != null && refund.amount().signum() == 0;
    return refund == null || shareOfSomePieces || nothing ? null : share(refund.percentOfGoods());
  }

  private static @Nullable Amount refundAmount(Decision decision) {
    Refund refund = decision.refund();
    return refund == null
            || refund.amount() == null
            || refund.amount().signum() == 0
            || refund.currency() == null
        ? null
        : new Amount(refund.amount(), refund.currency());
  }

  private static @Nullable Amount alreadyGranted(Decision decision) {
    Refund refund = decision.refund();
    return refund == null
            || refund.amount() == null
            || refund.alreadyGranted() == null
            || refund.alreadyGranted().signum() == 0
            || refund.currency() == null
        ? null
        : new Amount(refund.alreadyGranted(), refund.currency());
  }

  private static TextName named(
      Section section, Decision decision, Function<Assessment, String> otherwise) {
    return new TextName(
        section.text() + "." + decision.reasonCode(),
        section.text() + "." + Objects.requireNonNull(otherwise.apply(decision.assessment())));
  }

  private static String camelCase(String constant) {
    String[] words = constant.toLowerCase(Locale.ROOT).split("_", -1);
    return Arrays.stream(words, 1, words.length)
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining("", words[0], ""));
  }

  /** An amount of money to format. */
  record Amount(BigDecimal number, Currency currency) {}

  /** The name of a text to insert; {@code second} is used when {@code first} does not exist. */
  record TextName(String first, String second) {}
}
