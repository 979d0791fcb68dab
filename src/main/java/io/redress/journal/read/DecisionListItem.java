package io.redress.journal.read;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision in one line, without anything that says who the people are.
 *
 * @param decidedAt UTC, to the millisecond
 * @param ruleSet version of the rule set that decided
 * @param discountPercent off the next order; 0 when none was offered
 * @param refundAmount null where nothing was refunded or no price was given
 * @param replica whose chain the entry is in
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
