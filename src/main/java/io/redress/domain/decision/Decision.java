package io.redress.domain.decision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Party;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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
 * @param goods absent when nothing is said about them
 * @param custom outcomes of the seller's own, by name
 * @param trace the rules that contributed, in order
 * @param fired all rules that fired, in order
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
    @Nullable Goods goods,
    EvidenceNeed evidence,
    Dates dates,
    @Nullable Party returnFeePaidBy,
    @Nullable Party reshipFeePaidBy,
    CaseStatus caseStatus,
    Assessment assessment,
    List<Warning> warnings,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> custom,
    List<TraceEntry> trace,
    @JsonIgnore List<TraceEntry> fired,
    @Nullable Letter letter) {
  public Decision {
    actions = List.copyOf(actions);
    warnings = List.copyOf(warnings);
    custom = Collections.unmodifiableMap(new TreeMap<>(custom));
    trace = List.copyOf(trace);
    fired = List.copyOf(fired);
  }

  /** Returns a copy with the letter to the buyer. */
  public Decision with(Letter reply) {
    return with(trace, warnings, reply);
  }

  /** Returns a copy with one more warning. */
  public Decision with(Warning warning) {
    return with(trace, Stream.concat(warnings.stream(), Stream.of(warning)).toList(), letter);
  }

  /** Returns a copy whose trace has all rules that fired. */
  public Decision withFullTrace() {
    return with(fired, warnings, letter);
  }

  /** Returns a copy whose trace is empty. */
  public Decision withoutTrace() {
    return with(List.of(), warnings, letter);
  }

  /** Returns what is decided, without whose case it is, how it came about, and the letter. */
  public List<@Nullable Object> essence() {
    return Arrays.asList(
        actions,
        reasonCode,
        nextOrderDiscountPercent.stripTrailingZeros(),
        refund,
        replacementQuantity,
        goods,
        custom,
        evidence,
        dates,
        returnFeePaidBy,
        reshipFeePaidBy,
        caseStatus);
  }

  private Decision with(List<TraceEntry> steps, List<Warning> notes, @Nullable Letter reply) {
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
        goods,
        evidence,
        dates,
        returnFeePaidBy,
        reshipFeePaidBy,
        caseStatus,
        assessment,
        notes,
        custom,
        steps,
        fired,
        reply);
  }
}
