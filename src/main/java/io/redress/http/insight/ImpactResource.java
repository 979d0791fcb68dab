package io.redress.http.insight;

import io.redress.http.decisions.DecisionExports;
import io.redress.http.gate.Callers;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.problem.Page;
import io.redress.http.rulesets.RuleSetLookup;
import io.redress.insight.impact.ImpactReport;
import io.redress.journal.impact.ImpactLetters;
import io.redress.journal.impact.ImpactRun;
import io.redress.journal.impact.ImpactRuns;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.access.Role;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/rulesets/{version}/impact}: what a candidate would have cost. */
@Path("/v1/rulesets/{version}/impact")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AUDIT)
@Tag(name = "Insight")
@ExpensiveRead
public class ImpactResource {
  private final RuleSetLookup lookup;
  private final ImpactRuns runs;
  private final ImpactLetters letters;
  private final ImpactService service;
  private final ImpactDownloads downloads;
  private final Clock clock;

  ImpactResource(
      RuleSetLookup lookup,
      ImpactRuns runs,
      ImpactLetters letters,
      ImpactService service,
      ImpactDownloads downloads,
      Clock clock) {
    this.lookup = lookup;
    this.runs = runs;
    this.letters = letters;
    this.service = service;
    this.downloads = downloads;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Begin to decide the decisions of a time again under a rule set",
      description =
          "The run is done in the background, one at a time. Decisions come first. Its Location"
              + " says how far it has come, and has the result.")
  public Response begin(
      @PathParam("version") String version, InputStream body, @Context RoutingContext request) {
    StoredRuleSet candidate = lookup.find(version);
    ImpactRun run = service.begin(candidate, body, Callers.of(request));
    return Response.accepted(ImpactAnswer.of(run, Optional.empty(), clock.instant()))
        .location(URI.create("/v1/rulesets/" + candidate.version() + "/impact/" + run.id()))
        .build();
  }

  @GET
  @Operation(summary = "The impact runs of a rule set, newest first, without their results")
  public Response list(
      @PathParam("version") String version,
      @QueryParam("page") @DefaultValue("1") String page,
      @QueryParam("size") @DefaultValue("50") String size) {
    Page wanted = Page.of(page, size);
    String candidate = lookup.find(version).version();
    Instant now = clock.instant();
    List<ImpactAnswer> answers =
        runs.page(candidate, wanted.offset(), wanted.size()).stream()
            .map(run -> ImpactAnswer.of(run, Optional.empty(), now))
            .toList();
    return Response.ok(answers).header(Page.TOTAL, runs.count(candidate)).build();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "An impact run: how far it has come, or its result")
  public ImpactAnswer one(@PathParam("version") String version, @PathParam("id") String id) {
    ImpactRun run = service.find(version, id);
    Optional<ImpactReport> report = run.result().map(found -> letters.added(run, found));
    return ImpactAnswer.of(run, report, clock.instant());
  }

  @GET
  @Path("{id}/changes.csv")
  @Produces("text/csv")
  @Operation(summary = "The disputes that an impact run decides otherwise, as CSV, oldest first")
  public Response csv(
      @PathParam("version") String version,
      @PathParam("id") String id,
      @Context RoutingContext request) {
    return downloads.csv(service.find(version, id), request);
  }

  @GET
  @Path("{id}/changes.xlsx")
  @Produces(DecisionExports.WORKBOOK)
  @Operation(
      summary = "The disputes that an impact run decides otherwise, as a workbook, oldest first")
  public Response workbook(
      @PathParam("version") String version,
      @PathParam("id") String id,
      @Context RoutingContext request) {
    return downloads.workbook(service.find(version, id), request);
  }

  @GET
  @Path("{id}/kpis.csv")
  @Produces("text/csv")
  @Operation(summary = "The KPIs of an impact run, as CSV")
  public Response kpis(@PathParam("version") String version, @PathParam("id") String id) {
    return downloads.kpisAsCsv(service.find(version, id));
  }

  @GET
  @Path("{id}/kpis.xlsx")
  @Produces(DecisionExports.WORKBOOK)
  @Operation(summary = "The KPIs of an impact run, as a workbook")
  public Response kpisAsWorkbook(@PathParam("version") String version, @PathParam("id") String id) {
    return downloads.kpisAsWorkbook(service.find(version, id));
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Cancel an impact run; one that has ended stays as it is")
  public ImpactAnswer cancel(
      @PathParam("version") String version,
      @PathParam("id") String id,
      @Context RoutingContext request) {
    ImpactRun run = service.cancel(version, id, Callers.of(request));
    return ImpactAnswer.of(run, Optional.empty(), clock.instant());
  }
}
