package io.redress.rules.engine;

import io.redress.domain.decision.CaseStatus;
import io.redress.domain.decision.EvidenceState;
import io.redress.domain.decision.Goods;
import io.redress.domain.decision.Refund;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The outcomes so far, by term; a later one replaces an earlier one. */
final class Outcomes {
  static final Term RESOLUTION = Vocabulary.known("resolution");
  static final Term ACTIONS = Vocabulary.known("actions");
  static final Term REASON_CODE = Vocabulary.known("reasonCode");
  private static final Term WARNING = Vocabulary.known("warning");
  private static final Term SITUATION = Vocabulary.known("situation");
  private static final Term VERDICT = Vocabulary.known("verdict");
  static final Term WHAT = Vocabulary.known("what");
  static final Term WHY = Vocabulary.known("why");
  static final Term CASE_STATUS = Vocabulary.known("caseStatus");
  static final Term EVIDENCE_STATE = Vocabulary.known("evidenceState");
  private static final Term EVIDENCE_REQUIRED = Vocabulary.known("evidence.required");
  private static final Term EVIDENCE_ALSO_ACCEPTED = Vocabulary.known("evidence.alsoAccepted");
  private static final Term REFUND_PERCENT = Vocabulary.known("refund.percentOfAffected");
  private static final Term REFUND_SHIPPING_FEE = Vocabulary.known("refund.shippingFee");
  static final Term RETURN_FEE = Vocabulary.known("returnFeePaidBy");
  static final Term RESHIP_FEE = Vocabulary.known("reshipFeePaidBy");
  static final Term DISCOUNT = Vocabulary.known("nextOrderDiscountPercent");
  static final Term MAXIMUM_DISCOUNT = Vocabulary.known("maximumDiscountPercent");
  private static final Term RESPOND_WITHIN = Vocabulary.known("respondWithinDays");
  private static final Term REVIEW_WITHIN = Vocabulary.known("reviewWithinDays");
  private static final Term SHIP_WITHIN = Vocabulary.known("shipWithinWorkingDays");

  static final Term REFUND_WHOLE_ORDER = Vocabulary.known("refund.wholeOrder");
  private static final Term REFUND_DUTY = Vocabulary.known("refund.duty");
  static final Term GOODS = Vocabulary.known("goods");
  private static final Term REFUND_WITHIN = Vocabulary.known("refundWithinDays");
  private static final Term RETURN_WITHIN = Vocabulary.known("returnWithinDays");
  private static final Term HAND_OVER_WITHIN = Vocabulary.known("handOverWithinWorkingDays");
  private static final Term ANSWER_WITHIN = Vocabulary.known("answerWithinDays");
  private static final Term ANSWER_WITHIN_WORKING = Vocabulary.known("answerWithinWorkingDays");

  /** Terms that only decide which rows of other tables answer. */
  static final Set<Term> INTERMEDIATE =
      Set.of(
          Vocabulary.known("buyerRegion"),
          Vocabulary.known("valueBand"),
          Vocabulary.known("signatureExpected"),
          EVIDENCE_STATE);

  /** Terms that say nothing unless money is refunded. */
  static final Set<Term> OF_REFUNDS =
      Set.of(REFUND_PERCENT, REFUND_SHIPPING_FEE, REFUND_WHOLE_ORDER, REFUND_DUTY);

  /** The actions with their codes {@code what} or {@code why}; empty when there is no code. */
  private final Map<ActionType, String> actions = new LinkedHashMap<>();

  private final @Nullable Object[] values;

  /**
   * @param terms the number of terms that tables can answer
   */
  Outcomes(int terms) {
    values = new Object[terms];
  }

  void add(Row row) {
    row.outcomes().forEach(outcome -> values[outcome.term().slot()] = outcome.value());
  }

  void set(Term term, @Nullable Object value) {
    values[term.slot()] = value;
  }

  /** Adds an action unless it is there, and returns whether it was not. */
  boolean add(ActionType action, String code) {
    return actions.putIfAbsent(action, code) == null;
  }

  void remove(ActionType action) {
    actions.remove(action);
  }

  Set<ActionType> actions() {
    return actions.keySet();
  }

  /** Returns the code for what the buyer must do, why a claim is rejected or a person decides. */
  String code(ActionType action) {
    return Objects.requireNonNull(actions.get(action));
  }

  @Nullable Object value(Term term) {
    return values[term.slot()];
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

  /** Whether the refund is of all goods, although not all of them are affected. */
  boolean refundsWholeOrder() {
    return Boolean.TRUE.equals(value(REFUND_WHOLE_ORDER));
  }

  Refund.@Nullable Duty refundDuty() {
    return word(REFUND_DUTY, Refund.Duty.class);
  }

  @Nullable Goods goods() {
    return word(GOODS, Goods.class);
  }

  @Nullable Integer refundWithinDays() {
    return whole(REFUND_WITHIN);
  }

  @Nullable Integer returnWithinDays() {
    return whole(RETURN_WITHIN);
  }

  @Nullable Integer handOverWithinWorkingDays() {
    return whole(HAND_OVER_WITHIN);
  }

  @Nullable Integer answerWithinDays() {
    return whole(ANSWER_WITHIN);
  }

  @Nullable Integer answerWithinWorkingDays() {
    return whole(ANSWER_WITHIN_WORKING);
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
