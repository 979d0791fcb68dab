package io.redress.rules.letter;

import io.redress.domain.decision.Action;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.Letter;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Complaint;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeType;
import io.redress.domain.dispute.Evidence;
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

  private final Decision decision;
  private final Dispute dispute;
  private final Language language;
  private final LocaleFormat formats;
  private final PlaceholderValues values;
  private final LetterTexts texts;
  private final ParcelState parcel;
  private final GoodsAndFees goodsAndFees;

  LetterWriter(Decision decision, Language language, LocaleFormat formats) {
    this.decision = decision;
    this.dispute = decision.assessment().dispute();
    this.language = language;
    this.formats = formats;
    this.values = new PlaceholderValues(decision, language, formats);
    this.texts = new LetterTexts(language, values);
    this.parcel = ParcelState.of(decision);
    this.goodsAndFees = new GoodsAndFees(decision, parcel, texts);
    values.put(Placeholder.EVIDENCE_RECEIVED, list("received", dispute.evidence().types()));
    values.put(Placeholder.PARTS, parts());
  }

  Letter letter() {
    List<@Nullable String> paragraphs = new ArrayList<>();
    paragraphs.add(texts.text("greeting", "greeting.unnamed"));
    paragraphs.add(
        texts.sentences(opening(), causeInActions() ? null : cause(decision.reasonCode())));
    for (Action action : paragraphActions()) {
      paragraphs.add(paragraph(action));
    }
    paragraphs.add(goodsAndFees.goods());
    paragraphs.add(remainingPromises());
    paragraphs.add(texts.text("closing." + decision.resolution(), "closing"));
    paragraphs.add(texts.text("signature", "signature.unnamed"));
    paragraphs.removeIf(Objects::isNull);
    return new Letter(formats.locale(), subject(), String.join("\n\n", paragraphs));
  }

  /**
   * Returns the actions that have a paragraph. Parts for goods that the buyer has share one, and
   * nothing else is sent with them.
   */
  private List<Action> paragraphActions() {
    if (!partsShareParagraph(decision)) {
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

  /** Whether one paragraph has all parts, because the buyer has the goods they belong to. */
  static boolean partsShareParagraph(Decision decision) {
    return decision.assessment().dispute().disputeType() == DisputeType.NOT_AS_DESCRIBED
        && decision.actions().stream().anyMatch(action -> action.type() == ActionType.SEND_PART);
  }

  private String subject() {
    String subject =
        texts.text("subject." + decision.resolution(), "subject." + dispute.disputeType());
    return Objects.requireNonNullElse(subject, "");
  }

  private @Nullable String opening() {
    return texts.text(
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
    return texts.text("cause." + code, "cause." + nameOfCause(code));
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
        texts.text(
            name + "." + detail(action),
            name + "." + parcel,
            name + "." + unlessParcel(nameOfCause(decision.reasonCode())),
            name + "." + unlessParcel(dispute.reason().name()),
            name + "." + dispute.disputeType(),
            name);
    return said == null ? null : texts.sentences(said, goodsAndFees.fee(action));
  }

  /** Returns the part, or all parts where they share a paragraph. */
  private @Nullable String partsWith(Action.SendPart sent) {
    return partsShareParagraph(decision)
        ? texts.enumerated(
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
    return texts.enumerated(
        types.stream()
            .sorted()
            .map(type -> section + "." + type)
            .map(name -> texts.text(name + "." + dispute.reason(), name))
            .toList());
  }

  /** Returns the parts that the buyer named; null when there are none. */
  private @Nullable String parts() {
    return texts.enumerated(
        dispute.problem().defects().stream()
            .map(Complaint.Defect::part)
            .filter(part -> part != null && !part.isBlank())
            .map(part -> part.strip())
            .distinct()
            .toList());
  }

  private @Nullable String remainingPromises() {
    String promises = null;
    for (Placeholder day : DAYS) {
      if (!values.isWritten(day) && !isReturnDay(day) && !isShippingDay(day)) {
        promises = texts.sentences(promises, texts.text("promise." + day.text()));
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
}
