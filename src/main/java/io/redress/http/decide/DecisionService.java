package io.redress.http.decide;

import static java.util.Objects.requireNonNull;

import io.redress.domain.decision.Answer;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.dispute.DisputeReader;
import io.redress.http.gate.Callers;
import io.redress.http.problem.ProblemType;
import io.redress.http.problem.RefusedFacts;
import io.redress.http.problem.Rejections;
import io.redress.http.problem.Rejections.Reason;
import io.redress.journal.write.EntryWriter;
import io.redress.journal.write.IdempotencyKey;
import io.redress.journal.write.Journal;
import io.redress.journal.write.JournalResult;
import io.redress.journal.write.NewEntry;
import io.redress.lifecycle.ActiveRules;
import io.redress.platform.request.RequestExecutor;
import io.redress.platform.request.RequestId;
import io.redress.rules.ruleset.RuleSet;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides disputes for requests: with a journal entry, or as a trial that is not recorded. */
@Singleton
public class DecisionService {
  /** The header that makes retries safe: requests with the same key are decided once. */
  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  /** The longest idempotency key, in characters. */
  public static final int MAX_KEY = 255;

  private final ActiveRules active;
  private final Decider decider;
  private final StuckRequests stuck;
  private final Journal journal;
  private final Rejections rejections;

  DecisionService(
      ActiveRules active,
      Decider decider,
      StuckRequests stuck,
      Journal journal,
      Rejections rejections) {
    this.active = active;
    this.decider = decider;
    this.stuck = stuck;
    this.journal = journal;
    this.rejections = rejections;
  }

  /**
   * Decides with the active rules. Completes when the journal has stored the decision, without
   * blocking a thread.
   *
   * @param fullTrace whether the answer names the rules that fired but changed nothing, too; the
   *     journal does not, and so neither does the answer to a repeated request
   * @throws io.quarkiverse.resteasy.problem.HttpProblem when no rule set is active, the journal is
   *     unavailable or the request is invalid
   * @throws RefusedFacts when the facts have problems
   * @throws RuntimeException when the database refuses this decision alone
   */
  public CompletionStage<JournalResult.Answered> keep(
      InputStream body, RoutingContext request, boolean fullTrace) {
    checkJournal();
    RuleSet rules = activeRules();
    byte[] facts = read(body);
    String caller = Callers.name(request);
    IdempotencyKey idempotency =
        idempotency(caller, request.request().getHeader(IDEMPOTENCY_KEY), facts);
    AtomicReference<Answer> decided = new AtomicReference<>();
    NewEntry entry =
        stuck.watching(
            request,
            () ->
                decider.decide(
                    facts,
                    rules,
                    (answer, sent) -> {
                      decided.set(answer);
                      return EntryWriter.entry(
                          sent, answer, caller, RequestId.of(request).value(), idempotency);
                    },
                    problems -> {
                      throw new RefusedFacts(problems);
                    }));
    return journal
        .keep(entry)
        .handleAsync(
            (outcome, failure) -> {
              if (outcome == null) {
                throw unavailable();
              }
              JournalResult.Answered answered = answered(outcome, entry);
              return fullTrace && !answered.replayed()
                  ? new JournalResult.Answered(
                      DecisionJson.write(requireNonNull(decided.get()).withFullTrace()), false)
                  : answered;
            },
            RequestExecutor.current());
  }

  /**
   * Decides with any rule set, without recording the decision.
   *
   * @throws RefusedFacts when the facts have problems
   */
  public Answer tryOut(InputStream body, RuleSet rules, RoutingContext request) {
    byte[] facts = read(body);
    return stuck.watching(
        request,
        () ->
            decider.decide(
                facts,
                rules,
                (answer, sent) -> answer,
                problems -> {
                  throw new RefusedFacts(problems);
                }));
  }

  /**
   * Does work by rules in this thread; if they never end, the request is answered all the same.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem when too many threads already hang
   */
  public <T> T watching(RoutingContext request, Supplier<T> work) {
    return stuck.watching(request, work);
  }

  /**
   * Does work by rules in this thread, for a request that another thread answers.
   *
   * @param whenLost is given the reason when they never end and cannot be stopped
   * @throws io.quarkiverse.resteasy.problem.HttpProblem when too many threads already hang
   */
  <T> T watching(RoutingContext request, Consumer<Throwable> whenLost, Supplier<T> work) {
    return stuck.watching(RequestId.of(request).value(), whenLost, work);
  }

  /**
   * The active rules.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem when none are active
   */
  public RuleSet activeRules() {
    return active
        .current()
        .orElseThrow(
            () -> rejections.because(Reason.NO_RULES, "No rule set is active. Activate one."));
  }

  /**
   * Fails when nothing can be recorded now.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 503
   */
  void checkJournal() {
    if (journal.outage().isPresent()) {
      throw unavailable();
    }
  }

  /**
   * The answer that was recorded; counts the decision if it is new.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem when the key was used with another body
   * @throws RuntimeException when the database refuses this decision alone
   */
  JournalResult.Answered answered(JournalResult outcome, NewEntry entry) {
    if (outcome instanceof JournalResult.Refused refused) {
      throw refused.failure();
    }
    if (!(outcome instanceof JournalResult.Answered answered)) {
      throw ProblemType.IDEMPOTENCY_KEY_REUSED.with(
          "This Idempotency-Key was used with another body. Use a new key for each request.");
    }
    if (!answered.replayed()) {
      decider.count(entry.decided());
    }
    return answered;
  }

  RuntimeException unavailable() {
    return rejections.because(
        Reason.JOURNAL, "Decisions cannot be recorded now. Retry after the time in Retry-After.");
  }

  private static @Nullable IdempotencyKey idempotency(
      String caller, @Nullable String key, byte[] body) {
    if (key == null) {
      return null;
    }
    if (key.isBlank() || key.length() > MAX_KEY) {
      throw ProblemType.MALFORMED_REQUEST.with(
          IDEMPOTENCY_KEY + " must have 1 to " + MAX_KEY + " characters. Use a UUID.");
    }
    return IdempotencyKey.of(caller, key, body);
  }

  /**
   * Reads the facts as sent.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem when they are too long
   */
  public static byte[] read(InputStream body) {
    byte[] json;
    try {
      json = body.readNBytes(DisputeReader.MAX_BYTES + 1);
    } catch (IOException incomplete) {
      throw ProblemType.MALFORMED_REQUEST.with("The body is incomplete. Send it again.");
    }
    if (json.length > DisputeReader.MAX_BYTES) {
      throw RefusedFacts.tooLong();
    }
    return json;
  }
}
