package io.redress.http.decisions;

import io.redress.http.load.ExpensiveRead;
import io.redress.http.problem.Page;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.KeptDecision;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/decisions}: search for decisions, and single decisions. */
@Path("/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AUDIT)
@Tag(name = "Journal")
@ExpensiveRead
public class DecisionsResource {
  private final JournalSearch journal;
  private final RecordedDecisions decisions;
  private final OutcomeReports outcomes;
  private final CustomNames custom;

  DecisionsResource(
      JournalSearch journal,
      RecordedDecisions decisions,
      OutcomeReports outcomes,
      CustomNames custom) {
    this.journal = journal;
    this.decisions = decisions;
    this.outcomes = outcomes;
    this.custom = custom;
  }

  @GET
  @Operation(
      summary = "Recorded decisions, newest first; X-Total-Count has their number",
      description = "from and to are days (UTC, inclusive) or instants (to is exclusive).")
  public Response list(@Context UriInfo address) {
    SearchParameters.Wanted wanted = SearchParameters.ofList(address.getQueryParameters(), custom);
    Page page = wanted.page();
    return Response.ok(journal.page(wanted.search(), wanted.sorting(), page.offset(), page.size()))
        .header(Page.TOTAL, journal.count(wanted.search()))
        .build();
  }

  @GET
  @Path("{decisionId}")
  @Operation(summary = "A decision as it was answered, its facts and its journal entry")
  public String one(@PathParam("decisionId") String decisionId) {
    KeptDecision kept = decisions.find(decisionId);
    return WholeDecision.json(kept, outcomes.of(kept.entry().decided().decisionId()));
  }
}
