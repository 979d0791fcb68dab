package io.redress.rules.engine;

import io.redress.domain.decision.Action;
import io.redress.domain.decision.Assessment;
import io.redress.domain.decision.CaseStatus;
import io.redress.domain.decision.Dates;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.EvidenceNeed;
import io.redress.domain.decision.EvidenceState;
import io.redress.domain.decision.Goods;
import io.redress.domain.decision.Refund;
import io.redress.domain.decision.RuleSetId;
import io.redress.domain.decision.TraceEntry;
import io.redress.domain.decision.Warning;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Complaint;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeType;
import io.redress.domain.dispute.Reason;
import io.redress.rules.calendar.Calendars;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns a finished draft into a decision: computes amounts, dates and the fields of actions. */
final class DecisionWriter {
  private static final String RETURN_GOODS = "RETURN_GOODS";

  private final Draft draft;
  private final Calendars calendars;
  private final Assessment assessment;
  private final Dispute dispute;
  private final Outcomes outcomes;
  private final List<Warning> warnings;
  private @Nullable LocalDate handOverBy;

  private DecisionWriter(Draft draft, Calendars calendars) {
    this.draft = draft;
    this.calendars = calendars;
    this.assessment = draft.assessment();
    this.dispute = assessment.dispute();
    this.outcomes = draft.outcomes();
    this.warnings = new ArrayList<>(assessment.warnings());
    if (outcomes.warning() == Warning.Code.TRACKING_SUB_STATUS_UNKNOWN) {
      warnings.add(unknownSubStatus());
    }
  }

  /**
   * @param draft with a resolution
   */
  static Decision write(Draft draft, Calendars calendars, RuleSetId ruleSet) {
    return new DecisionWriter(draft, calendars).decision(ruleSet);
  }

  private Decision decision(RuleSetId ruleSet) {
    ActionType resolution = Objects.requireNonNull(outcomes.resolution(), "resolution");
    Refund refund =
        resolution.refunds()
            ? RefundCalculation.of(assessment, resolution, outcomes, warnings)
            : null;
    CaseStatus status = caseStatus();
    Promises promises =
        new Promises(assessment, outcomes, calendars, status == CaseStatus.RESOLVED, warnings);
    Dates dates = draft.sound() ? promises.sound() : promises.asStated();
    handOverBy = promises.handOverBy();
    BigDecimal discount = discount();
    List<TraceEntry> fired = draft.fired();
    return new Decision(
        Objects.requireNonNull(dispute.disputeId(), "disputeId"),
        Objects.requireNonNull(dispute.asOf(), "asOf"),
        ruleSet,
        resolution,
        actions(refund, dates, discount),
        Objects.requireNonNullElse(outcomes.reasonCode(), dispute.reason().name()),
        discount,
        refund,
        resolution == ActionType.REPLACEMENT ? assessment.affectedQuantity() : null,
        Objects.requireNonNullElseGet(outcomes.goods(), this::goods),
        evidence(),
        dates,
        outcomes.returnFeePaidBy(),
        outcomes.reshipFeePaidBy(),
        status,
        assessment,
        warnings,
        draft.ownOutcomes(),
        fired.stream().filter(entry -> !entry.effect().isEmpty()).toList(),
        fired,
        null);
  }

  /** A case that was handed over is not resolved. */
  private CaseStatus caseStatus() {
    CaseStatus stated = Objects.requireNonNullElse(outcomes.caseStatus(), CaseStatus.OPEN);
    boolean handedOver = outcomes.actions().stream().anyMatch(ActionType::handsOver);
    return draft.sound() && handedOver && stated == CaseStatus.RESOLVED ? CaseStatus.OPEN : stated;
  }

  private Warning unknownSubStatus() {
    return new Warning(
        Warning.Code.TRACKING_SUB_STATUS_UNKNOWN,
        "/shipment/trackingSubStatus",
        "The rules do not say what "
            + dispute.shipment().trackingSubStatus()
            + " means; it was left out of account.");
  }

  /** What happens to the goods when no table says it. */
  private Goods goods() {
    boolean returned =
        outcomes.resolution() == ActionType.RETURN_AND_REFUND
            || outcomes.returnFeePaidBy() != null
            || outcomes.actions().contains(ActionType.BUYER_ACTION)
                && outcomes.code(ActionType.BUYER_ACTION).equals(RETURN_GOODS);
    boolean holdsSome =
        dispute.disputeType() == DisputeType.NOT_AS_DESCRIBED
            ? dispute.reason() != Reason.EMPTY_BOX
            : dispute.reason() == Reason.ARRIVED_LATE
                || dispute.reason() == Reason.INCOMPLETE_ORDER;
    if (!holdsSome) {
      return Goods.NONE;
    }
    return returned ? Goods.RETURN : Goods.KEEP;
  }

  /** Returns the offered discount, capped at the maximum that tables allow; none is given twice. */
  private BigDecimal discount() {
    if (draft.sound() && assessment.grantedTypes().contains(ActionType.NEXT_ORDER_DISCOUNT)) {
      return BigDecimal.ZERO;
    }
    BigDecimal offered =
        Objects.requireNonNullElse(outcomes.nextOrderDiscountPercent(), BigDecimal.ZERO);
    BigDecimal maximum = outcomes.maximumDiscountPercent();
    return maximum == null ? offered : offered.min(maximum);
  }

  private EvidenceNeed evidence() {
    EvidenceState state = outcomes.evidenceState();
    boolean outstanding = state == EvidenceState.MISSING || state == EvidenceState.INCONCLUSIVE;
    return new EvidenceNeed(outstanding, List.copyOf(outcomes.evidenceRequired()));
  }

  private List<Action> actions(@Nullable Refund refund, Dates dates, BigDecimal discount) {
    List<Action> actions = new ArrayList<>();
    for (ActionType wanted : outcomes.actions()) {
      if (wanted != ActionType.NEXT_ORDER_DISCOUNT) {
        actions.addAll(
            wanted == outcomes.resolution() ? 0 : actions.size(),
            wanted == ActionType.SEND_PART
                ? parts()
                : List.of(action(wanted, outcomes.code(wanted), refund, dates)));
      }
    }
    if (discount.signum() > 0) {
      boolean main = outcomes.resolution() == ActionType.NEXT_ORDER_DISCOUNT;
      actions.add(main ? 0 : actions.size(), new Action.NextOrderDiscount(discount));
    }
    return actions;
  }

  /** Returns one action for each part that the buyer named, or one for all. */
  private List<Action> parts() {
    List<Complaint.Defect> defects = dispute.problem().defects();
    List<Action> parts =
        IntStream.range(0, defects.size())
            .filter(index -> defects.get(index).part() != null)
            .<Action>mapToObj(
                index ->
                    new Action.SendPart(
                        defects.get(index).part(),
                        defects.get(index).pieces(),
                        "/problem/defects/" + index + "/part"))
            .toList();
    return parts.isEmpty()
        ? List.of(new Action.SendPart(null, assessment.affectedQuantity(), null))
        : parts;
  }

  private Action action(ActionType type, String code, @Nullable Refund refund, Dates dates) {
    return switch (type) {
      case REQUEST_EVIDENCE -> new Action.RequestEvidence(evidence().types());
      case REPLACEMENT -> new Action.Replacement(assessment.affectedQuantity(), dates.shipBefore());
      case PARTIAL_REFUND, FULL_REFUND, RETURN_AND_REFUND ->
          new Action.Refunding(type, Objects.requireNonNull(refund, "refund"));
      case KEEP_TRACKING -> new Action.KeepTracking(dates.nextReviewBy());
      case BUYER_ACTION -> new Action.BuyerAction(code);
      case ESCALATE_TO_HUMAN -> new Action.EscalateToHuman(code, handOverBy);
      case REVIEW -> new Action.Review(code, handOverBy);
      case REJECT -> new Action.Reject(code);
      case SEND_PART,
          CARRIER_CLAIM,
          SELLER_PROVIDES_DOCUMENTS,
          PAY_DUTY,
          NEXT_ORDER_DISCOUNT,
          NO_ACTION ->
          new Action.Plain(type);
    };
  }
}
