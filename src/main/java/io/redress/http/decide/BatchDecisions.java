package io.redress.http.decide;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.redress.http.gate.Callers;
import io.redress.http.load.StreamedAnswers;
import io.redress.http.problem.RouterProblems;
import io.redress.journal.write.Journal;
import io.redress.platform.request.RequestId;
import io.redress.rules.ruleset.RuleSet;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Decides batches: few at once, of which a caller has its share. */
@Singleton
class BatchDecisions {
  /** One caller gets half of them. */
  private static final int MAX_AT_ONCE = 6;

  private final DecisionService decisions;
  private final Decider decider;
  private final Journal journal;
  private final RouterProblems problems;
  private final StreamedAnswers answers;
  private volatile boolean stopping;

  BatchDecisions(
      DecisionService decisions,
      Decider decider,
      Journal journal,
      RouterProblems problems,
      @ConfigProperty(name = "redress.response.reading-limit") Duration readingLimit) {
    this.decisions = decisions;
    this.decider = decider;
    this.journal = journal;
    this.problems = problems;
    this.answers = new StreamedAnswers(MAX_AT_ONCE, MAX_AT_ONCE, readingLimit);
  }

  void stop(@Observes ShutdownDelayInitiatedEvent stops) {
    stopping = true;
  }

  /** Whether batches have to end, because the service does. */
  boolean stopping() {
    return stopping;
  }

  /**
   * Begins a batch, which goes on while its answer is written.
   *
   * @param kept whether decisions are recorded
   * @param batch with the same id, lines that were decided before are answered as before
   * @throws io.quarkiverse.resteasy.problem.HttpProblem when too many are in progress, no rule set
   *     is active or the journal is unavailable
   */
  StreamingOutput begin(
      InputStream body,
      boolean kept,
      @Nullable String batch,
      BatchEncoding encoding,
      RoutingContext request) {
    RuleSet rules = decisions.activeRules();
    if (kept) {
      decisions.checkJournal();
    }
    BatchLines lines =
        new BatchLines(
            decisions,
            decider,
            journal,
            rules,
            request,
            new BatchLines.Sender(Callers.name(request), RequestId.of(request).value(), batch),
            kept);
    return answers.next(
        request,
        out -> new BatchRun(this, decisions, problems, lines, request).run(body, encoding, out),
        "Too many batches are in progress, or too many of yours. Retry after the time in"
            + " Retry-After.");
  }
}
