package io.redress.rules.engine;

import io.redress.domain.decision.Action;
import io.redress.domain.decision.Assessment;
import io.redress.domain.decision.CaseStatus;
import io.redress.domain.decision.Dates;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.EvidenceNeed;
import io.redress.domain.decision.EvidenceState;
import io.redress.domain.decision.Refund;
import io.redress.domain.decision.RuleSetId;
import io.redress.domain.decision.Warning;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Country;
import io.redress.domain.dispute.Dispute;
import io.redress.rules.calendar.CalendarWarning;
import io.redress.rules.calendar.Calendars;
import io.redress.rules.calendar.WorkingDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a finished draft into a decision: computes amounts, dates and the fields of actions. */
final class DecisionWriter {
  private final Draft draft;
  private final Calendars calendars;
  private final Assessment assessment;
  private final Dispute dispute;
  private final Outcomes outcomes;
  private final List<Warning> warnings;

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
    Refund refund = resolution.refunds() ? refund(resolution) : null;
    Dates dates = dates();
    BigDecimal discount = discount();
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
        evidence(),
        dates,
        outcomes.returnFeePaidBy(),
        outcomes.reshipFeePaidBy(),
        Objects.requireNonNullElse(outcomes.caseStatus(), CaseStatus.OPEN),
        assessment,
        warnings,
        draft.trace(),
        null);
  }

  private Refund refund(ActionType resolution) {
    return RefundCalculation.of(
        assessment,
        resolution == ActionType.FULL_REFUND,
        Objects.requireNonNullElse(outcomes.refundPercentOfAffected(), BigDecimal.ZERO),
        Objects.requireNonNullElse(outcomes.refundShippingFee(), Refund.ShippingFee.NOT_REQUIRED),
        warnings);
  }

  private Warning unknownSubStatus() {
    return new Warning(
        Warning.Code.TRACKING_SUB_STATUS_UNKNOWN,
        "/shipment/trackingSubStatus",
        "The rules do not say what "
            + dispute.shipment().trackingSubStatus()
            + " means; it was left out of account.");
  }

  /** Returns the offered discount, capped at the maximum that tables allow. */
  private BigDecimal discount() {
    BigDecimal offered =
        Objects.requireNonNullElse(outcomes.nextOrderDiscountPercent(), BigDecimal.ZERO);
    BigDecimal maximum = outcomes.maximumDiscountPercent();
    return maximum == null ? offered : offered.min(maximum);
  }

  private Dates dates() {
    LocalDate asOf = Objects.requireNonNull(dispute.asOf());
    WorkingDays selling = calendars.workingDays(dispute.order().sellerCountryOrDefault());
    LocalDate respondBy = respondBy(asOf, selling);
    LocalDate shipBefore = shipBefore(asOf, selling);
    return new Dates(respondBy, shipBefore, reviewBy(asOf, selling, respondBy, shipBefore));
  }

  /** Returns a working day of the buyer, and not before the seller is back to read the answer. */
  private @Nullable LocalDate respondBy(LocalDate asOf, WorkingDays selling) {
    Integer days = outcomes.respondWithinDays();
    if (days == null) {
      return null;
    }
    LocalDate asked = asOf.plusDays(days);
    LocalDate read = selling.onOrAfter(asOf.plusDays(1));
    return workingDayOfBuyer(read.isAfter(asked) ? read : asked);
  }

  private LocalDate workingDayOfBuyer(LocalDate day) {
    Country country = dispute.order().buyerCountry();
    return country == null ? day : calendars.workingDays(country).onOrAfter(day);
  }

  private @Nullable LocalDate shipBefore(LocalDate asOf, WorkingDays selling) {
    Integer days = outcomes.shipWithinWorkingDays();
    return days == null
        ? null
        : promised(selling.promised(asOf, days), () -> selling.add(asOf, days));
  }

  private @Nullable LocalDate reviewBy(
      LocalDate asOf,
      WorkingDays selling,
      @Nullable LocalDate respondBy,
      @Nullable LocalDate shipBefore) {
    Integer days = outcomes.reviewWithinDays();
    LocalDate limit =
        Stream.of(Optional.ofNullable(respondBy), Optional.ofNullable(shipBefore))
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return days == null ? null : promised(selling.reviewBy(asOf, days, limit), () -> asOf);
  }

  /**
   * Returns the day, or warns that the calendar lacks the year in which it would be.
   *
   * @param wanted that day, had all holidays been known
   */
  private @Nullable LocalDate promised(Optional<LocalDate> day, Supplier<LocalDate> wanted) {
    if (day.isEmpty()) {
      Warning unknown = CalendarWarning.notPublished(wanted.get());
      if (warnings.stream().noneMatch(warning -> warning.code().equals(unknown.code()))) {
        warnings.add(unknown);
      }
    }
    return day.orElse(null);
  }

  private EvidenceNeed evidence() {
    EvidenceState state = outcomes.evidenceState();
    boolean outstanding = state == EvidenceState.MISSING || state == EvidenceState.INCONCLUSIVE;
    return new EvidenceNeed(outstanding, List.copyOf(outcomes.evidenceRequired()));
  }

  private List<Action> actions(@Nullable Refund refund, Dates dates, BigDecimal discount) {
    List<Action> actions = new ArrayList<>();
    for (Map.Entry<ActionType, String> wanted : draft.actions().entrySet()) {
      if (wanted.getKey() != ActionType.NEXT_ORDER_DISCOUNT) {
        Action action = action(wanted.getKey(), wanted.getValue(), refund, dates);
        actions.add(wanted.getKey() == outcomes.resolution() ? 0 : actions.size(), action);
      }
    }
    if (discount.signum() > 0) {
      boolean main = outcomes.resolution() == ActionType.NEXT_ORDER_DISCOUNT;
      actions.add(main ? 0 : actions.size(), new Action.NextOrderDiscount(discount));
    }
    return actions;
  }

  private Action action(ActionType type, String code, @Nullable Refund refund, Dates dates) {
    return switch (type) {
      case REQUEST_EVIDENCE -> new Action.RequestEvidence(evidence().types());
      case REPLACEMENT -> new Action.Replacement(assessment.affectedQuantity(), dates.shipBefore());
      case PARTIAL_REFUND, FULL_REFUND, RETURN_AND_REFUND ->
          new Action.Refunding(type, Objects.requireNonNull(refund, "refund"));
      case KEEP_TRACKING -> new Action.KeepTracking(dates.nextReviewBy());
      case BUYER_ACTION -> new Action.BuyerAction(code);
      case ESCALATE_TO_HUMAN -> new Action.EscalateToHuman(code);
      case REJECT -> new Action.Reject(code);
      case CARRIER_CLAIM, SELLER_PROVIDES_DOCUMENTS, NEXT_ORDER_DISCOUNT, NO_ACTION ->
          new Action.Plain(type);
    };
  }
}
