package io.redress.http.decide;

import io.redress.http.problem.Endpoints;
import io.redress.http.problem.ProblemType;
import io.redress.journal.write.JournalResult;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/decide}. */
@Path(Endpoints.DECIDE)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
public class DecideResource {
  private static final String REPLAYED = "Idempotent-Replayed";

  private static final String FULL = "full";

  private final DecisionService decisions;

  DecideResource(DecisionService decisions) {
    this.decisions = decisions;
  }

  @POST
  @RolesAllowed(Role.DECIDE)
  @Blocking
  @Operation(
      summary = "Decide what the seller owes the buyer",
      description = "The same facts under the same rule set are always decided the same way.")
  public CompletionStage<Response> decide(
      InputStream body,
      @QueryParam("trace") @Nullable String trace,
      @Context RoutingContext request) {
    if (trace != null && !trace.equals(FULL)) {
      throw ProblemType.MALFORMED_REQUEST.with("trace can only be full. Write it so, or omit it.");
    }
    return decisions.keep(body, request, trace != null).thenApply(DecideResource::response);
  }

  private static Response response(JournalResult.Answered answered) {
    Response.ResponseBuilder response = Response.ok(answered.answer());
    return answered.replayed() ? response.header(REPLAYED, true).build() : response.build();
  }
}
