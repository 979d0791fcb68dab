package io.redress.journal.write;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as the journal stores it, without personal data.
 *
 * @param decidedAt UTC, to the millisecond
 * @param ruleSet version of the rule set that decided
 * @param discountPercent off the next order
 * @param refundAmount null if nothing is refunded or no price was given
 * @param caller who asked for the decision
 * @param facts JSON object, as sent without {@link PersonalData}, with {@code asOf} and {@code
 *     disputeId}
 * @param decision the answer as JSON, without the letter
 */
public record DecisionRecord(
    UUID decisionId,
    String disputeId,
    Instant decidedAt,
    LocalDate asOf,
    String ruleSet,
    String resolution,
    String reasonCode,
    String caseStatus,
    BigDecimal discountPercent,
    @Nullable BigDecimal refundAmount,
    @Nullable String refundCurrency,
    String caller,
    String requestId,
    String facts,
    String decision) {}
