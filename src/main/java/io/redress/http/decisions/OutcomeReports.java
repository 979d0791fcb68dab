package io.redress.http.decisions;

import io.redress.domain.decision.DecisionId;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FactProblem;
import io.redress.http.decide.DecisionService;
import io.redress.http.problem.ProblemType;
import io.redress.http.problem.RefusedFacts;
import io.redress.journal.outcome.ReportedOutcome;
import io.redress.journal.outcome.ReportedOutcomes;
import io.redress.platform.phrase.Phrase;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads reports on decisions, and keeps them. */
@Singleton
public class OutcomeReports {
  private final ReportedOutcomes outcomes;
  private final Clock clock;

  OutcomeReports(ReportedOutcomes outcomes, Clock clock) {
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /**
   * Keeps a report.
   *
   * @param body an {@link OutcomeRequest} as JSON
   * @throws RefusedFacts with all problems of the body
   * @throws io.quarkiverse.resteasy.problem.HttpProblem when there is no such decision, or there
   *     are too many reports on it
   */
  public ReportedOutcome add(String decisionId, InputStream body, String by) {
    UUID id =
        DecisionId.parse(decisionId)
            .orElseThrow(
                () ->
                    ProblemType.MALFORMED_REQUEST.with(
                        "The decision ID is not a UUID. Use the decisionId of an answer."));
    OutcomeRequest sent = read(body);
    ReportedOutcomes.Result result =
        outcomes.add(
            id,
            Objects.requireNonNull(sent.outcome()),
            cost(sent.cost()),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            by);
    if (result instanceof ReportedOutcomes.Result.NoDecision) {
      throw ProblemType.NOT_FOUND.with(
          "There is no such decision. Use the decisionId of an answer that was recorded.");
    }
    if (result instanceof ReportedOutcomes.Result.Full) {
      throw ProblemType.TOO_MANY_REPORTS.with(
          "There are "
              + ReportedOutcomes.MAX_REPORTS
              + " reports on this decision already. The last one counts.");
    }
    return ((ReportedOutcomes.Result.Stored) result).outcome();
  }

  /** All reports on a decision; the last one counts. */
  public List<ReportedOutcome> of(UUID decision) {
    return outcomes.of(decision);
  }

  private static OutcomeRequest read(InputStream body) {
    List<FactProblem> problems = new ArrayList<>();
    Optional<OutcomeRequest> sent =
        DisputeReader.request(DecisionService.read(body), OutcomeRequest.class, problems);
    if (problems.isEmpty()) {
      sent.map(OutcomeRequest::cost).ifPresent(cost -> check(cost, problems));
    }
    if (!problems.isEmpty()) {
      throw new RefusedFacts(problems);
    }
    return sent.orElseThrow();
  }

  private static void check(OutcomeRequest.CostRequest cost, List<FactProblem> problems) {
    BigDecimal amount = cost.amount();
    Currency currency = cost.currency();
    if (amount != null && currency != null) {
      int digits = Math.max(0, currency.getDefaultFractionDigits());
      if (amount.stripTrailingZeros().scale() > digits) {
        problems.add(problem("/cost/amount", "request.decimals", amount, currency, digits));
      }
    } else if (amount != null || currency != null) {
      problems.add(problem(amount == null ? "/cost/amount" : "/cost/currency", "request.required"));
    }
  }

  private static FactProblem problem(String pointer, String key, Object... arguments) {
    return new FactProblem(FactProblem.Kind.IMPOSSIBLE, pointer, Phrase.of(key, arguments));
  }

  private static ReportedOutcome.@Nullable Cost cost(OutcomeRequest.@Nullable CostRequest sent) {
    return sent == null || sent.amount() == null || sent.currency() == null
        ? null
        : new ReportedOutcome.Cost(sent.amount(), sent.currency());
  }
}
