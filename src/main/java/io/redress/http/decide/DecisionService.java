package io.redress.http.decide;

import io.redress.domain.decision.Answer;
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
import org.jspecify.annotations.Nullable;

/** Decides for requests: for good, kept before it is answered, or for trial. */
@Singleton
public class DecisionService {
  /** The header with which a client has a request answered once, however often it arrives. */
  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private static final int LONGEST_KEY = 255;

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
   * Decides by the active rules, and ends once the decision is kept, without holding a thread. What
   * is in the way is thrown as a problem.
   */
  public CompletionStage<JournalResult.Answered> keep(InputStream body, RoutingContext request) {
    if (journal.trouble().isPresent()) {
      throw unavailable();
    }
    RuleSet rules = activeRules();
    byte[] facts = whole(body);
    String caller = Callers.name(request);
    IdempotencyKey idempotency =
        idempotency(caller, request.request().getHeader(IDEMPOTENCY_KEY), facts);
    NewEntry entry =
        stuck.watching(
            request,
            () ->
                decider.decide(
                    facts,
                    rules,
                    (answer, sent) ->
                        EntryWriter.entry(
                            sent, answer, caller, RequestId.of(request).value(), idempotency),
                    faults -> {
                      throw new RefusedFacts(faults);
                    }));
    return journal
        .keep(entry)
        .handleAsync(
            (outcome, failure) -> {
              if (outcome == null) {
                throw unavailable();
              }
              return answered(outcome, entry);
            },
            RequestExecutor.current());
  }

  /** Decides by any rules, and keeps nothing. What is in the way is thrown as a problem. */
  public Answer tryOut(InputStream body, RuleSet rules, RoutingContext request) {
    byte[] facts = whole(body);
    return stuck.watching(
        request,
        () ->
            decider.decide(
                facts,
                rules,
                (answer, sent) -> answer,
                faults -> {
                  throw new RefusedFacts(faults);
                }));
  }

  /** The rules that decide now; a problem is thrown when there are none. */
  public RuleSet activeRules() {
    return active
        .current()
        .orElseThrow(
            () -> rejections.because(Reason.NO_RULES, "No rule set is active. Activate one."));
  }

  private JournalResult.Answered answered(JournalResult outcome, NewEntry entry) {
    if (!(outcome instanceof JournalResult.Answered answered)) {
      throw ProblemType.IDEMPOTENCY_KEY_REUSED.with(
          "This Idempotency-Key came with another body before. Use a key once for each request.");
    }
    if (!answered.replayed()) {
      decider.count(entry.decided());
    }
    return answered;
  }

  private RuntimeException unavailable() {
    return rejections.because(
        Reason.JOURNAL,
        "Decisions can not be kept now, so none are taken. Send this again after Retry-After.");
  }

  private static @Nullable IdempotencyKey idempotency(
      String caller, @Nullable String key, byte[] body) {
    if (key == null) {
      return null;
    }
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw ProblemType.MALFORMED_REQUEST.with(
          IDEMPOTENCY_KEY + " is not of 1 to " + LONGEST_KEY + " characters. Send a UUID.");
    }
    return IdempotencyKey.of(caller, key, body);
  }

  /** The facts as sent; a problem is thrown when they are too long. */
  public static byte[] whole(InputStream body) {
    byte[] json;
    try {
      json = body.readNBytes(DisputeReader.MAX_BYTES + 1);
    } catch (IOException brokenOff) {
      throw ProblemType.MALFORMED_REQUEST.with("The body broke off. Send it whole.");
    }
    if (json.length > DisputeReader.MAX_BYTES) {
      throw ProblemType.TOO_LARGE.with(
          "The facts are longer than " + DisputeReader.MAX_BYTES + " bytes. Send less.");
    }
    return json;
  }
}
