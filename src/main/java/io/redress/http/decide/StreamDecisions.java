package io.redress.http.decide;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.redress.domain.dispute.DisputeReader;
import io.redress.http.problem.ProblemType;
import io.redress.http.problem.RefusedFacts;
import io.redress.http.problem.RouterProblems;
import io.redress.intake.stream.DisputeDecider;
import io.redress.journal.write.EntryWriter;
import io.redress.journal.write.IdempotencyKey;
import io.redress.journal.write.Journal;
import io.redress.journal.write.JournalResult;
import io.redress.journal.write.NewEntry;
import io.redress.lifecycle.ActiveRules;
import io.redress.platform.request.LogField;
import io.redress.platform.thread.DaemonThread;
import io.redress.rules.ruleset.RuleSet;
import io.redress.security.audit.Actor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Decides the disputes of a stream, in one thread of its own. */
@Singleton
class StreamDecisions implements DisputeDecider {
  private static final String NO_RULES = "No rule set is active. Activate one.";
  private static final String REUSED =
      "An event with this source and id was decided before, on other facts. Give each event an id"
          + " of its own.";

  private final ActiveRules active;
  private final DecisionService decisions;
  private final Decider decider;
  private final StuckRequests stuck;
  private final Journal journal;
  private final RouterProblems problems;
  private final Duration period;
  private @Nullable ExecutorService thread;

  StreamDecisions(
      ActiveRules active,
      DecisionService decisions,
      Decider decider,
      StuckRequests stuck,
      Journal journal,
      RouterProblems problems,
      @ConfigProperty(name = "redress.stream.idempotency-period") Duration period) {
    this.active = active;
    this.decisions = decisions;
    this.decider = decider;
    this.stuck = stuck;
    this.journal = journal;
    this.problems = problems;
    this.period = period;
  }

  /** An event on which the rules have decided, or never will. */
  private sealed interface Ruled {}

  private record Entered(NewEntry entry) implements Ruled {}

  private record Ended(Outcome outcome) implements Ruled {}

  @Override
  public CompletableFuture<Outcome> decide(EventFacts facts) {
    Optional<String> outage = journal.outage();
    if (outage.isPresent()) {
      return done(new Later("Decisions cannot be recorded: " + outage.get() + "."));
    }
    Optional<RuleSet> rules = active.current();
    if (rules.isEmpty()) {
      return done(new Later(NO_RULES));
    }
    if (facts.json().length > DisputeReader.MAX_BYTES) {
      return done(refused(RefusedFacts.tooLong()));
    }
    Ruled ruled = ruled(facts, rules.get());
    return ruled instanceof Entered entered
        ? journal
            .keep(entered.entry())
            .handle((result, failure) -> outcome(entered.entry(), result))
        : done(((Ended) ruled).outcome());
  }

  @Override
  public Refused refuse(String detail) {
    return refused(ProblemType.MALFORMED_REQUEST.with(detail));
  }

  /** Waits for the rules, but not for those that never end and cannot be stopped. */
  private Ruled ruled(EventFacts facts, RuleSet rules) {
    ExecutorService worker = thread == null ? DaemonThread.of("stream-rules") : thread;
    thread = worker;
    CompletableFuture<Ruled> ruled = new CompletableFuture<>();
    worker.execute(
        () ->
            LogField.REQUEST_ID.during(
                facts.recordId(),
                () -> ruled.complete(ruled(facts, rules, ruled::completeExceptionally))));
    try {
      return ruled.join();
    } catch (CompletionException lost) {
      worker.shutdown();
      thread = null;
      return new Ended(refused(Objects.requireNonNull(lost.getCause())));
    }
  }

  private Ruled ruled(EventFacts facts, RuleSet rules, Consumer<Throwable> whenLost) {
    try {
      return stuck.watching(facts.recordId(), whenLost, () -> decided(facts, rules));
    } catch (RuntimeException | Error failed) {
      return new Ended(
          isUnavailable(failed)
              ? new Later("Too many decisions hang in rules that do not end.")
              : refused(failed));
    }
  }

  private Ruled decided(EventFacts facts, RuleSet rules) {
    return decider.decide(
        facts.json(),
        rules,
        (answer, sent) ->
            (Ruled)
                new Entered(
                    EntryWriter.entry(
                        sent,
                        answer,
                        Actor.STREAM,
                        facts.recordId(),
                        IdempotencyKey.of(Actor.STREAM, facts.key(), facts.json(), period))),
        wrong -> new Ended(refused(new RefusedFacts(wrong))));
  }

  private Outcome outcome(NewEntry entry, @Nullable JournalResult result) {
    if (result == null) {
      return new Later("Decisions cannot be recorded: the journal failed.");
    }
    if (result instanceof JournalResult.KeyReused) {
      return refused(ProblemType.IDEMPOTENCY_KEY_REUSED.with(REUSED));
    }
    try {
      JournalResult.Answered answered = decisions.answered(result, entry);
      return new Decided(answered.answer(), answered.replayed());
    } catch (RuntimeException refused) {
      return refused(refused);
    }
  }

  private Refused refused(Throwable failure) {
    return new Refused(problems.document(Locale.ENGLISH, failure));
  }

  private static boolean isUnavailable(Throwable failure) {
    return failure instanceof HttpProblem problem
        && problem.getStatusCode() == ProblemType.UNAVAILABLE.status();
  }

  private static CompletableFuture<Outcome> done(Outcome outcome) {
    return CompletableFuture.completedFuture(outcome);
  }
}
