package io.redress.decide;

import io.redress.access.Role;
import io.redress.dispute.DisputeReader;
import io.redress.gate.Callers;
import io.redress.journal.IdempotencyKey;
import io.redress.journal.Journal;
import io.redress.journal.NewEntry;
import io.redress.journal.Outcome;
import io.redress.problem.ProblemType;
import io.redress.problem.RefusedFacts;
import io.redress.problem.Rejections;
import io.redress.problem.Rejections.Reason;
import io.redress.request.Continuation;
import io.redress.request.RequestId;
import io.redress.ruleset.ActiveRules;
import io.redress.ruleset.RuleSet;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/decide}. */
@Path("/v1/decide")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DecideResource {
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  private static final String REPLAYED = "Idempotent-Replayed";
  private static final int LONGEST_KEY = 255;

  private final ActiveRules active;
  private final Decider decider;
  private final StuckRequests stuck;
  private final Journal journal;
  private final Rejections rejections;

  DecideResource(
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

  @POST
  @RolesAllowed(Role.DECIDE)
  @Blocking
  public CompletionStage<Response> decide(InputStream body, @Context RoutingContext request) {
    if (journal.trouble().isPresent()) {
      throw unavailable();
    }
    RuleSet rules =
        active
            .current()
            .orElseThrow(
                () -> rejections.because(Reason.NO_RULES, "No rule set is active. Activate one."));
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
                    answer ->
                        EntryWriter.entry(
                            facts, answer, caller, RequestId.of(request).value(), idempotency),
                    faults -> {
                      throw RefusedFacts.of(faults);
                    }));
    return journal
        .keep(entry)
        .handleAsync(
            (outcome, failure) -> {
              if (outcome == null) {
                throw unavailable();
              }
              return response(outcome, entry);
            },
            Continuation.ofThisRequest());
  }

  private Response response(Outcome outcome, NewEntry entry) {
    if (!(outcome instanceof Outcome.Answered answered)) {
      throw ProblemType.IDEMPOTENCY_KEY_REUSED.with(
          "This Idempotency-Key came with another body before. Use a key once for each request.");
    }
    if (answered.replayed()) {
      return Response.ok(answered.answer()).header(REPLAYED, true).build();
    }
    decider.count(entry.decided());
    return Response.ok(answered.answer()).build();
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

  private static byte[] whole(InputStream body) {
    byte[] json;
    try {
      json = body.readNBytes(DisputeReader.MOST_BYTES + 1);
    } catch (IOException brokenOff) {
      throw ProblemType.MALFORMED_REQUEST.with("The body broke off. Send it whole.");
    }
    if (json.length > DisputeReader.MOST_BYTES) {
      throw ProblemType.TOO_LARGE.with(
          "The facts are longer than " + DisputeReader.MOST_BYTES + " bytes. Send less.");
    }
    return json;
  }
}
