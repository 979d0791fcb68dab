package io.redress.rules.engine;

import io.redress.domain.decision.CaseStatus;
import io.redress.domain.decision.EvidenceState;
import io.redress.domain.decision.Refund.ShippingFee;
import io.redress.domain.decision.Warning;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Evidence;
import io.redress.domain.dispute.Party;
import io.redress.rules.table.Row;
import io.redress.rules.table.Term;
import io.redress.rules.table.Vocabulary;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The outcomes so far, by term; a later one replaces an earlier one. */
final class Outcomes {
  private static final Term RESOLUTION = Vocabulary.known("resolution");
  private static final Term ACTIONS = Vocabulary.known("actions");
  private static final Term REASON_CODE = Vocabulary.known("reasonCode");
  private static final Term WARNING = Vocabulary.known("warning");
  private static final Term SITUATION = Vocabulary.known("situation");
  private static final Term VERDICT = Vocabulary.known("verdict");
  private static final Term WHAT = Vocabulary.known("what");
  private static final Term WHY = Vocabulary.known("why");
  private static final Term CASE_STATUS = Vocabulary.known("caseStatus");
  private static final Term EVIDENCE_STATE = Vocabulary.known("evidenceState");
  private static final Term EVIDENCE_REQUIRED = Vocabulary.known("evidence.required");
  private static final Term EVIDENCE_ALSO_ACCEPTED = Vocabulary.known("evidence.alsoAccepted");
  private static final Term REFUND_PERCENT = Vocabulary.known("refund.percentOfAffected");
  private static final Term REFUND_SHIPPING_FEE = Vocabulary.known("refund.shippingFee");
  private static final Term RETURN_FEE = Vocabulary.known("returnFeePaidBy");
  private static final Term RESHIP_FEE = Vocabulary.known("reshipFeePaidBy");
  private static final Term DISCOUNT = Vocabulary.known("nextOrderDiscountPercent");
  private static final Term MAXIMUM_DISCOUNT = Vocabulary.known("maximumDiscountPercent");
  private static final Term RESPOND_WITHIN = Vocabulary.known("respondWithinDays");
  private static final Term REVIEW_WITHIN = Vocabulary.known("reviewWithinDays");
  private static final Term SHIP_WITHIN = Vocabulary.known("shipWithinWorkingDays");

  private final @Nullable Object[] values = new Object[Vocabulary.terms().size()];

  void add(Row row) {
    row.outcomes().forEach(outcome -> values[outcome.term().slot()] = outcome.value());
  }

  void leaveToHuman(String why) {
    values[RESOLUTION.slot()] = ActionType.ESCALATE_TO_HUMAN.name();
    values[REASON_CODE.slot()] = why;
  }

  @Nullable Object value(Term term) {
    return values[term.slot()];
  }

  void evidenceState(EvidenceState state) {
    values[EVIDENCE_STATE.slot()] = state.name();
  }

  @Nullable ActionType resolution() {
    return word(RESOLUTION, ActionType.class);
  }

  @Nullable String reasonCode() {
    return (String) value(REASON_CODE);
  }

  Warning.@Nullable Code warning() {
    return word(WARNING, Warning.Code.class);
  }

  @Nullable String situation() {
    return (String) value(SITUATION);
  }

  @Nullable String verdict() {
    return (String) value(VERDICT);
  }

  @Nullable CaseStatus caseStatus() {
    return word(CASE_STATUS, CaseStatus.class);
  }

  @Nullable EvidenceState evidenceState() {
    return word(EVIDENCE_STATE, EvidenceState.class);
  }

  Set<Evidence.Type> evidenceRequired() {
    return words(EVIDENCE_REQUIRED, Evidence.Type.class);
  }

  Set<Evidence.Type> evidenceAlsoAccepted() {
    return words(EVIDENCE_ALSO_ACCEPTED, Evidence.Type.class);
  }

  @Nullable BigDecimal refundPercentOfAffected() {
    return (BigDecimal) value(REFUND_PERCENT);
  }

  @Nullable ShippingFee refundShippingFee() {
    return word(REFUND_SHIPPING_FEE, ShippingFee.class);
  }

  @Nullable Party returnFeePaidBy() {
    return word(RETURN_FEE, Party.class);
  }

  @Nullable Party reshipFeePaidBy() {
    return word(RESHIP_FEE, Party.class);
  }

  @Nullable BigDecimal nextOrderDiscountPercent() {
    return (BigDecimal) value(DISCOUNT);
  }

  @Nullable BigDecimal maximumDiscountPercent() {
    return (BigDecimal) value(MAXIMUM_DISCOUNT);
  }

  @Nullable Integer respondWithinDays() {
    return whole(RESPOND_WITHIN);
  }

  @Nullable Integer reviewWithinDays() {
    return whole(REVIEW_WITHIN);
  }

  @Nullable Integer shipWithinWorkingDays() {
    return whole(SHIP_WITHIN);
  }

  /** Returns the actions of a row: its resolution, then further actions. */
  static List<ActionType> actions(Row row) {
    return row.outcomes().stream()
        .filter(outcome -> outcome.term().equals(RESOLUTION) || outcome.term().equals(ACTIONS))
        .flatMap(
            outcome ->
                outcome.value() instanceof Set<?> words
                    ? words.stream()
                    : Stream.of(outcome.value()))
        .map(word -> ActionType.valueOf((String) word))
        .toList();
  }

  /** Returns the code for what the buyer must do, if the row has one. */
  static @Nullable String what(Row row) {
    return code(row, WHAT);
  }

  /** Returns the code for why a claim is rejected or a person decides, if the row has one. */
  static @Nullable String why(Row row) {
    return code(row, WHY);
  }

  private static @Nullable String code(Row row, Term term) {
    for (Row.Outcome outcome : row.outcomes()) {
      if (outcome.term().equals(term)) {
        return (String) outcome.value();
      }
    }
    return null;
  }

  private @Nullable Integer whole(Term term) {
    BigDecimal number = (BigDecimal) value(term);
    return number == null ? null : number.intValueExact();
  }

  private <E extends Enum<E>> @Nullable E word(Term term, Class<E> type) {
    String word = (String) value(term);
    return word == null ? null : Enum.valueOf(type, word);
  }

  private <E extends Enum<E>> Set<E> words(Term term, Class<E> type) {
    Set<E> words = EnumSet.noneOf(type);
    if (value(term) instanceof Set<?> names) {
      names.forEach(name -> words.add(Enum.valueOf(type, (String) name)));
    }
    return words;
  }
}
