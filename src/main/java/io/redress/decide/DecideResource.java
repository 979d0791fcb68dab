package io.redress.decide;

import io.redress.dispute.DisputeReader;
import io.redress.problem.ProblemType;
import io.redress.problem.RefusedFacts;
import io.redress.ruleset.ActiveRules;
import io.redress.ruleset.RuleSet;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;

/** {@code POST /v1/decide}. */
@Path("/v1/decide")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DecideResource {
  private final ActiveRules active;
  private final Decider decider;
  private final StuckRequests stuck;

  DecideResource(ActiveRules active, Decider decider, StuckRequests stuck) {
    this.active = active;
    this.decider = decider;
    this.stuck = stuck;
  }

  @POST
  public Answer decide(InputStream body, @Context RoutingContext request) {
    RuleSet rules =
        active
            .current()
            .orElseThrow(
                () -> ProblemType.UNAVAILABLE.with("No rule set is active. Activate one."));
    byte[] facts = whole(body);
    return stuck.watching(
        request,
        () ->
            decider.decide(
                facts,
                rules,
                answer -> answer,
                faults -> {
                  throw RefusedFacts.of(faults);
                }));
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
