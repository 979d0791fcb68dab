package io.redress.domain.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Party;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision of one rule set on the facts of one dispute. It depends on nothing else.
 *
 * @param resolution the main remedy
 * @param actions all actions, the resolution first
 * @param reasonCode why, e.g. {@code SPRING_FESTIVAL}
 * @param nextOrderDiscountPercent 0 when none is offered
 * @param refund absent where nothing is refunded
 * @param replacementQuantity pieces to send again; absent without a replacement
 * @param trace the rules that fired, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Decision(
    String disputeId,
    LocalDate asOf,
    RuleSetId ruleSet,
    ActionType resolution,
    List<Action> actions,
    String reasonCode,
    BigDecimal nextOrderDiscountPercent,
    @Nullable Refund refund,
    @Nullable Integer replacementQuantity,
    EvidenceNeed evidence,
    Dates dates,
    @Nullable Party returnFeePaidBy,
    @Nullable Party reshipFeePaidBy,
    CaseStatus caseStatus,
    Assessment assessment,
    List<Warning> warnings,
    List<RuleSource> trace,
    @Nullable Letter letter) {
  public Decision {
    actions = List.copyOf(actions);
    warnings = List.copyOf(warnings);
    trace = List.copyOf(trace);
  }

  /** Returns a copy with the letter to the buyer. */
  public Decision with(Letter reply) {
    return new Decision(
        disputeId,
        asOf,
        ruleSet,
        resolution,
        actions,
        reasonCode,
        nextOrderDiscountPercent,
        refund,
        replacementQuantity,
        evidence,
        dates,
        returnFeePaidBy,
        reshipFeePaidBy,
        caseStatus,
        assessment,
        warnings,
        trace,
        reply);
  }
}
