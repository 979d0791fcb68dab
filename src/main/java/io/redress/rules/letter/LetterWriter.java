package io.redress.rules.letter;

import io.redress.domain.decision.Action;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.Goods;
import io.redress.domain.decision.Letter;
import io.redress.domain.decision.Refund;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Complaint;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeType;
import io.redress.domain.dispute.Evidence;
import io.redress.domain.dispute.Party;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the letter about one decision. */
final class LetterWriter {
  private static final Set<Placeholder> CAUSES =
      EnumSet.of(Placeholder.HOLIDAY, Placeholder.PEAK_SEASON);

  private static final List<Placeholder> DAYS =
      List.of(
          Placeholder.RESPOND_BY,
          Placeholder.RETURN_BY,
          Placeholder.SHIP_BEFORE,
          Placeholder.REFUND_BY,
          Placeholder.NEXT_REVIEW_BY);
  private static final Set<ParcelState> RETURNING =
      EnumSet.of(ParcelState.RETURNING, ParcelState.REFUSED);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Action RETURN_GOODS = new Action.BuyerAction("RETURN_GOODS");

  private final Decision decision;
  private final Dispute dispute;
  private final Language language;
  private final LocaleFormat formats;
  private final PlaceholderValues values;
  private final ParcelState parcel;

  LetterWriter(Decision decision, Language language, LocaleFormat formats) {
    this.decision = decision;
    this.dispute = decision.assessment().dispute();
    this.language = language;
    this.formats = formats;
    this.values = new PlaceholderValues(decision, language, formats);
    this.parcel = ParcelState.of(decision);
    values.put(Placeholder.EVIDENCE_RECEIVED, list("received", dispute.evidence().types()));
    values.put(Placeholder.PARTS, parts());
  }

  Letter letter() {
    List<@Nullable String> paragraphs = new ArrayList<>();
    paragraphs.add(text("greeting", "greeting.unnamed"));
    paragraphs.add(sentences(opening(), causeInActions() ? null : cause(decision.reasonCode())));
    for (Action action : paragraphActions()) {
      paragraphs.add(paragraph(action));
    }
    paragraphs.add(goods());
    paragraphs.add(remainingPromises());
    paragraphs.add(text("closing." + decision.resolution(), "closing"));
    paragraphs.add(text("signature", "signature.unnamed"));
    paragraphs.removeIf(Objects::isNull);
    return new Letter(formats.locale(), subject(), String.join("\n\n", paragraphs));
  }

  /**
   * Returns the actions that have a paragraph. Parts for goods that the buyer has share one, and
   * nothing else is sent with them.
   */
  private List<Action> paragraphActions() {
    if (!partsShareParagraph()) {
      return decision.actions();
    }
    List<Action> chosen = new ArrayList<>();
    for (Action action : decision.actions()) {
      boolean again =
          action instanceof Action.SendPart
              && chosen.stream().anyMatch(Action.SendPart.class::isInstance);
      if (!again && !(action instanceof Action.Replacement)) {
        chosen.add(action);
      }
    }
    return chosen;
  }

  private boolean partsShareParagraph() {
    return dispute.disputeType() == DisputeType.NOT_AS_DESCRIBED && has(ActionType.SEND_PART);
  }

  private String subject() {
    String subject = text("subject." + decision.resolution(), "subject." + dispute.disputeType());
    return Objects.requireNonNullElse(subject, "");
  }

  private @Nullable String opening() {
    return text(
        "opening." + decision.resolution(),
        "opening." + parcel,
        "opening." + unlessParcel(dispute.reason().name()),
        "opening." + dispute.disputeType());
  }

  /** The cause is mentioned once: not in the opening when the text of an action has it. */
  private boolean causeInActions() {
    String code = nameOfCause(decision.reasonCode());
    return decision.actions().stream()
        .anyMatch(
            action ->
                action instanceof Action.Reject no && no.why().equals(decision.reasonCode())
                    || language.names(CAUSES, "action." + action.type() + "." + code));
  }

  private @Nullable String cause(String code) {
    return text("cause." + code, "cause." + nameOfCause(code));
  }

  /** Holidays share one text, and so do seasons; the text has a placeholder for the name. */
  private String nameOfCause(String code) {
    if (language.has("holiday." + code)) {
      return "HOLIDAY";
    }
    return language.has("peakSeason." + code) ? "PEAK_SEASON" : code;
  }

  private @Nullable String paragraph(Action action) {
    values.put(Placeholder.WHY, action instanceof Action.Reject no ? cause(no.why()) : null);
    values.put(Placeholder.PART, action instanceof Action.SendPart sent ? partsWith(sent) : null);
    values.put(
        Placeholder.EVIDENCE,
        action instanceof Action.RequestEvidence request
            ? list("evidence", request.types())
            : null);
    String name = "action." + action.type();
    String said =
        text(
            name + "." + detail(action),
            name + "." + parcel,
            name + "." + unlessParcel(nameOfCause(decision.reasonCode())),
            name + "." + unlessParcel(dispute.reason().name()),
            name + "." + dispute.disputeType(),
            name);
    return said == null ? null : sentences(said, fee(action));
  }

  /** Returns the part, or all parts where they share a paragraph. */
  private @Nullable String partsWith(Action.SendPart sent) {
    return partsShareParagraph()
        ? enumerated(
            decision.actions().stream()
                .filter(Action.SendPart.class::isInstance)
                .map(action -> ((Action.SendPart) action).part())
                .filter(Objects::nonNull)
                .distinct()
                .toList())
        : sent.part();
  }

  private static String detail(Action action) {
    if (action instanceof Action.BuyerAction wanted) {
      return wanted.what();
    }
    if (action instanceof Action.EscalateToHuman person) {
      return person.why();
    }
    if (action instanceof Action.Review review) {
      return review.why();
    }
    return action instanceof Action.Reject no ? no.why() : "";
  }

  /** A text about a state of the parcel is true in that state only, whatever the buyer's reason. */
  private static String unlessParcel(String code) {
    return ParcelState.isName(code) ? "" : code;
  }

  /** Returns the kinds of proof as one phrase; null when there are none. */
  private @Nullable String list(String section, Collection<Evidence.Type> types) {
    return enumerated(
        types.stream()
            .sorted()
            .map(type -> section + "." + type)
            .map(name -> text(name + "." + dispute.reason(), name))
            .toList());
  }

  /** Returns the parts that the buyer named; null when there are none. */
  private @Nullable String parts() {
    return enumerated(
        dispute.problem().defects().stream()
            .map(Complaint.Defect::part)
            .filter(part -> part != null && !part.isBlank())
            .map(part -> part.strip())
            .distinct()
            .toList());
  }

  private @Nullable String enumerated(List<? extends @Nullable String> items) {
    String all = null;
    for (int i = 0; i < items.size(); i++) {
      all = joined(i == items.size() - 1 ? "join.and" : "join.comma", all, items.get(i));
    }
    return all;
  }

  private @Nullable String fee(Action action) {
    if (action instanceof Action.Replacement
        || action instanceof Action.SendPart && partsShareParagraph()) {
      return parcel == ParcelState.NOT_SHIPPED
          ? null
          : fee("reshipFee.", decision.reshipFeePaidBy());
    }
    boolean buyerSends =
        action.type() == ActionType.RETURN_AND_REFUND && !RETURNING.contains(parcel)
            || action.equals(RETURN_GOODS);
    String returned = buyerSends ? fee("returnFee.", decision.returnFeePaidBy()) : null;
    String shipping =
        shippingFeeRefunded(action)
            ? text("shippingFee.REFUNDED")
            : keepsShippingFee(action) ? text("shippingFee.NOT_REQUIRED") : null;
    String duty = dutyRefunded(action) ? text("duty.REFUNDED") : null;
    return sentences(sentences(shipping, duty), returned);
  }

  private @Nullable String fee(String section, @Nullable Party payer) {
    return payer == null ? null : text(section + payer);
  }

  private static boolean dutyRefunded(Action action) {
    return action instanceof Action.Refunding refunding && refunding.refund().duty() != null;
  }

  private boolean shippingFeeRefunded(Action action) {
    return action instanceof Action.Refunding refunding
        && refunding.refund().shippingFee() == Refund.ShippingFee.REFUNDED
        && (dispute.order().shippingFee() == null
            ? refunding.refund().amount() == null
            : dispute.order().shippingFee().signum() > 0);
  }

  /**
   * A buyer who gets the price of all goods wonders where the fee is, unless it was not asked for.
   */
  private boolean keepsShippingFee(Action action) {
    return action instanceof Action.Refunding refunding
        && refunding.refund().shippingFee() == Refund.ShippingFee.NOT_REQUIRED
        && refunding.refund().percentOfGoods().compareTo(HUNDRED) >= 0
        && dispute.order().shippingFee() != null
        && dispute.order().shippingFee().signum() > 0
        && dispute.claimedAmount() == null;
  }

  /** What happens to the goods, unless an action has said it. */
  private @Nullable String goods() {
    Goods goods = decision.goods();
    boolean said =
        goods == Goods.KEEP
            ? decision.actions().stream().noneMatch(LetterWriter::isRemedy)
            : RETURNING.contains(parcel) && goods != Goods.RETURN_IF_ARRIVES
                || has(ActionType.RETURN_AND_REFUND)
                || decision.actions().contains(RETURN_GOODS);
    String text = goods == null || said && goods != Goods.DISPOSE ? null : text("goods." + goods);
    if (goods == Goods.KEEP && text != null) {
      return sentences(text, restMayArrive() ? text("goods.REST_IF_ARRIVES") : null);
    }
    boolean travels = goods == Goods.RETURN || goods == Goods.RETURN_IF_ARRIVES;
    return text == null || !travels
        ? text
        : sentences(text, fee("returnFee.", decision.returnFeePaidBy()));
  }

  /** What was paid or sent again may come after all, unless customs keep it. */
  private boolean restMayArrive() {
    return parcel == ParcelState.PARTLY_RECEIVED && dispute.customs().cause() == null;
  }

  private static boolean isRemedy(Action action) {
    return action.type().refunds()
        || action.type() == ActionType.REPLACEMENT
        || action.type() == ActionType.SEND_PART;
  }

  private boolean has(ActionType type) {
    return decision.actions().stream().anyMatch(action -> action.type() == type);
  }

  private @Nullable String remainingPromises() {
    String promises = null;
    for (Placeholder day : DAYS) {
      if (!values.isWritten(day) && !isReturnDay(day) && !isShippingDay(day)) {
        promises = sentences(promises, text("promise." + day.text()));
      }
    }
    return promises;
  }

  /** A shipment on a day is news on that day. */
  private boolean isShippingDay(Placeholder day) {
    return day == Placeholder.NEXT_REVIEW_BY
        && values.isWritten(Placeholder.SHIP_BEFORE)
        && Objects.equals(decision.dates().nextReviewBy(), decision.dates().shipBefore());
  }

  /** Who sends the goods back by a day has answered by then. */
  private boolean isReturnDay(Placeholder day) {
    return day == Placeholder.RESPOND_BY
        && values.isWritten(Placeholder.RETURN_BY)
        && Objects.equals(decision.dates().respondBy(), decision.dates().returnBy());
  }

  private @Nullable String sentences(@Nullable String first, @Nullable String second) {
    return joined("join.sentences", first, second);
  }

  private @Nullable String joined(String how, @Nullable String first, @Nullable String second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    values.put(Placeholder.FIRST, first);
    values.put(Placeholder.SECOND, second);
    return text(how);
  }

  private @Nullable String text(String... names) {
    return language.text(values, names);
  }
}
