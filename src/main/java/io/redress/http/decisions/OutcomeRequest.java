package io.redress.http.decisions;

import io.redress.domain.dispute.Range;
import io.redress.domain.dispute.Required;
import io.redress.journal.outcome.ReportedOutcome;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/decisions/{decisionId}/outcome}.
 *
 * @param outcome how the dispute ended
 * @param cost what it cost in the end; null where that is not known
 */
public record OutcomeRequest(
    @Required ReportedOutcome.@Nullable Kind outcome, @Nullable CostRequest cost) {

  /** An amount of money; both members are there, or neither is. */
  public record CostRequest(
      @Range(max = 1_000_000_000_000L) @Nullable BigDecimal amount, @Nullable Currency currency) {}
}
