package io.redress.journal.read;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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
    long number) {
  static final String COLUMNS =
      """
      decision_id, decided_at, dispute_id, as_of, resolution, reason_code, case_status, rule_set,
      discount_percent, refund_amount, refund_currency, caller, request_id, replica, number
      """;
}
