package io.redress.journal.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.journal.outcome.ReportedOutcome;
import io.redress.journal.write.DecisionRecord;
import io.redress.journal.write.Entry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision in one line, without personal data.
 *
 * @param decidedAt UTC, to the millisecond
 * @param ruleSet version of the rule set that decided
 * @param discountPercent discount on the next order; 0 if none was offered
 * @param refundAmount null if nothing was refunded or no price was given
 * @param replica the replica in whose chain the entry is
 * @param number position in that chain
 * @param custom facts and outcomes of the seller's own by name, without free texts
 * @param outcome how the dispute ended, as it was reported last; absent where nothing was
 */
public record DecisionListItem(
    UUID decisionId,
    Instant decidedAt,
    String disputeId,
    LocalDate asOf,
    String resolution,
    String reasonCode,
    String caseStatus,
    String ruleSet,
    BigDecimal discountPercent,
    @Nullable BigDecimal refundAmount,
    @Nullable String refundCurrency,
    String caller,
    String requestId,
    String replica,
    long number,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable Map<String, Object> custom,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ReportedOutcome outcome) {
  static final String COLUMNS =
      """
      decision_id, decided_at, dispute_id, as_of, resolution, reason_code, case_status, rule_set,
      discount_percent, refund_amount, refund_currency, caller, request_id, replica, number
      """;

  public DecisionListItem {
    custom = custom == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(custom));
  }

  /** What a list shows of an entry, but for facts and outcomes of the seller's own. */
  static DecisionListItem of(Entry entry) {
    DecisionRecord decided = entry.decided();
    return new DecisionListItem(
        decided.decisionId(),
        decided.decidedAt(),
        decided.disputeId(),
        decided.asOf(),
        decided.resolution(),
        decided.reasonCode(),
        decided.caseStatus(),
        decided.ruleSet(),
        decided.discountPercent().stripTrailingZeros(),
        decided.refundAmount() == null ? null : decided.refundAmount().stripTrailingZeros(),
        decided.refundCurrency(),
        decided.caller(),
        decided.requestId(),
        entry.replica(),
        entry.number(),
        null,
        null);
  }

  DecisionListItem stripped() {
    return new DecisionListItem(
        decisionId,
        decidedAt,
        disputeId,
        asOf,
        resolution,
        reasonCode,
        caseStatus,
        ruleSet,
        discountPercent.stripTrailingZeros(),
        refundAmount == null ? null : refundAmount.stripTrailingZeros(),
        refundCurrency,
        caller,
        requestId,
        replica,
        number,
        custom,
        outcome);
  }

  /**
   * Returns one of the seller's own facts or outcomes; null if the decision has none of this name.
   */
  public @Nullable Object custom(String name) {
    return custom == null ? null : custom.get(name);
  }

  DecisionListItem with(Map<String, Object> own, @Nullable ReportedOutcome reported) {
    return new DecisionListItem(
        decisionId,
        decidedAt,
        disputeId,
        asOf,
        resolution,
        reasonCode,
        caseStatus,
        ruleSet,
        discountPercent,
        refundAmount,
        refundCurrency,
        caller,
        requestId,
        replica,
        number,
        own,
        reported);
  }
}
