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
    String decision) {
  private static final int MAX_ID = 64;
  private static final int MAX_WORD = 40;
  private static final int MAX_REASON_CODE = 100;
  private static final int MAX_CALLER = 200;
  private static final int MAX_VERSION = 12;
  private static final int CURRENCY = 3;

  /** Digits before the point that searches can store. */
  private static final int MAX_AMOUNT_DIGITS = 20;

  private static final int MAX_PERCENT_DIGITS = 3;
  private static final int MAX_YEAR = 9_999;

  /**
   * Checks that searches can store this decision: they are filled after it was answered, when it is
   * too late to refuse it.
   *
   * @throws IllegalArgumentException if they cannot
   */
  void checkSearchable() {
    check("disputeId", disputeId, MAX_ID);
    check("ruleSet", ruleSet, MAX_VERSION);
    check("resolution", resolution, MAX_WORD);
    check("reasonCode", reasonCode, MAX_REASON_CODE);
    check("caseStatus", caseStatus, MAX_WORD);
    check("caller", caller, MAX_CALLER);
    check("requestId", requestId, MAX_ID);
    check("refundCurrency", refundCurrency, CURRENCY);
    check("discountPercent", discountPercent, MAX_PERCENT_DIGITS);
    check("refundAmount", refundAmount, MAX_AMOUNT_DIGITS);
    if (asOf.getYear() < 1 || asOf.getYear() > MAX_YEAR) {
      throw new IllegalArgumentException("The journal cannot store this asOf.");
    }
  }

  private static void check(String name, @Nullable String text, int length) {
    if (text != null && (text.codePointCount(0, text.length()) > length || text.indexOf(0) >= 0)) {
      throw new IllegalArgumentException("The journal cannot store this " + name + ".");
    }
  }

  private static void check(String name, @Nullable BigDecimal number, int digits) {
    if (number != null && number.precision() - number.scale() > digits) {
      throw new IllegalArgumentException("The journal cannot store this " + name + ".");
    }
  }
}
