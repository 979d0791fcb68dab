package io.redress.http.decisions;

import io.redress.http.gate.Callers;
import io.redress.http.load.ExpensiveRead;
import io.redress.journal.outcome.ReportedOutcome;
import io.redress.security.access.Role;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/decisions/{decisionId}/outcome}: how the dispute of a decision ended. */
@Path("/v1/decisions/{decisionId}/outcome")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
@ExpensiveRead
public class OutcomeResource {
  private final OutcomeReports reports;
  private final RecordedDecisions decisions;

  OutcomeResource(OutcomeReports reports, RecordedDecisions decisions) {
    this.reports = reports;
    this.decisions = decisions;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.DECIDE)
  @Operation(
      summary = "Report how the dispute of a decision ended",
      description =
          "Reports are added, and the last one counts. The same report sent again is kept once.")
  public ReportedOutcome report(
      @PathParam("decisionId") String decisionId,
      InputStream body,
      @Context RoutingContext request) {
    return reports.add(decisionId, body, Callers.name(request));
  }

  @GET
  @RolesAllowed(Role.AUDIT)
  @Operation(summary = "All reports on how the dispute of a decision ended; the last one counts")
  public List<ReportedOutcome> list(@PathParam("decisionId") String decisionId) {
    return reports.of(decisions.find(decisionId).entry().decided().decisionId());
  }
}
