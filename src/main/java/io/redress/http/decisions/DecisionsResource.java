package io.redress.http.decisions;

import io.redress.domain.decision.DecisionId;
import io.redress.http.problem.Page;
import io.redress.http.problem.ProblemType;
import io.redress.journal.read.JournalSearch;
import io.redress.security.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/decisions}: what was decided. */
@Path("/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AUDIT)
@Tag(name = "Journal")
public class DecisionsResource {
  private final JournalSearch archive;

  DecisionsResource(JournalSearch archive) {
    this.archive = archive;
  }

  @GET
  @Operation(
      summary = "Decisions that were taken, the newest first; X-Total-Count says how many",
      description = "from and to take a day (UTC, both included) or an instant (to: excluded).")
  @Parameter(in = ParameterIn.QUERY, name = "disputeId", description = "As it was sent")
  @Parameter(in = ParameterIn.QUERY, name = "resolution", description = "Such as FULL_REFUND")
  @Parameter(in = ParameterIn.QUERY, name = "ruleSet", description = "Version of a rule set")
  @Parameter(in = ParameterIn.QUERY, name = "from", description = "Such as 2026-01-31")
  @Parameter(in = ParameterIn.QUERY, name = "to", description = "Such as 2026-01-31T08:30:00Z")
  @Parameter(
      in = ParameterIn.QUERY,
      name = "q",
      description = "A part of an id, of the reason code, resolution, caller or request id")
  @Parameter(
      in = ParameterIn.QUERY,
      name = "sort",
      description = "A member of what is listed; with a minus before it the largest first")
  @Parameter(in = ParameterIn.QUERY, name = "page", description = "From 1")
  @Parameter(in = ParameterIn.QUERY, name = "size", description = "Of a page, 1 to 200")
  public Response list(@Context UriInfo address) {
    SearchParameters.Wanted wanted = SearchParameters.ofList(address.getQueryParameters());
    Page page = wanted.page();
    return Response.ok(archive.page(wanted.search(), wanted.sorting(), page.offset(), page.size()))
        .header(Page.TOTAL, archive.count(wanted.search()))
        .build();
  }

  @GET
  @Path("{decisionId}")
  @Operation(summary = "A decision as it was answered, its facts and its place in the journal")
  public String one(@PathParam("decisionId") String decisionId) {
    UUID id =
        DecisionId.parse(decisionId)
            .orElseThrow(
                () ->
                    ProblemType.MALFORMED_REQUEST.with(
                        "That is no decision's id. Give a UUID, as answers name it in"
                            + " decisionId."));
    return archive
        .find(id)
        .map(WholeDecision::json)
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.with(
                    "There is no such decision. GET /v1/decisions lists those there are."));
  }
}
