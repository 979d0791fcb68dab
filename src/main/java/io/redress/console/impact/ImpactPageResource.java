package io.redress.console.impact;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.check.kpi.Kpis;
import io.redress.console.Links;
import io.redress.console.Messages;
import io.redress.console.Pager;
import io.redress.domain.dispute.FactProblem;
import io.redress.http.gate.Callers;
import io.redress.http.insight.ImpactDownloads;
import io.redress.http.insight.ImpactService;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.problem.Page;
import io.redress.http.problem.RefusedFacts;
import io.redress.http.rulesets.RuleSetLookup;
import io.redress.journal.impact.ImpactLetters;
import io.redress.journal.impact.ImpactRun;
import io.redress.journal.impact.ImpactRuns;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.TableSheetCache;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.phrase.Phrase;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Named;
import jakarta.ws.rs.BeanParam;
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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /rulesets/{version}/impact}: what a rule set would have cost. */
@Path("/rulesets/{version}/impact")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.AUDIT)
@Blocking
public class ImpactPageResource {
  private static final int UNPROCESSABLE = 422;

  /** Days that are suggested, with today. */
  private static final int DAYS = 30;

  private static final int MAX_COMPARABLE = 30;
  private static final String RUNS_PER_PAGE = "20";

  private final RuleSetLookup lookup;
  private final RuleSets ruleSets;
  private final TableSheetCache sheets;
  private final ImpactService service;
  private final ImpactRuns runs;
  private final ImpactLetters letters;
  private final ImpactDownloads downloads;
  private final Messages messages;
  private final Clock clock;

  ImpactPageResource(
      RuleSetLookup lookup,
      RuleSets ruleSets,
      TableSheetCache sheets,
      ImpactService service,
      ImpactRuns runs,
      ImpactLetters letters,
      ImpactDownloads downloads,
      @Named("t") Messages messages,
      Clock clock) {
    this.lookup = lookup;
    this.ruleSets = ruleSets;
    this.sheets = sheets;
    this.service = service;
    this.runs = runs;
    this.letters = letters;
    this.downloads = downloads;
    this.messages = messages;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "impact")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance runs(RunsView view);

    static native TemplateInstance run(RunView view);

    static native TemplateInstance progress(RunView view);

    static native TemplateInstance refused(List<Refused> problems);
  }

  /**
   * An input that is refused.
   *
   * @param field id of the field
   */
  record Refused(String field, Phrase message) {}

  /** The form, and the runs so far. */
  @GET
  @Operation(hidden = true)
  @ExpensiveRead
  public TemplateInstance list(
      @PathParam("version") String version, @QueryParam("page") @DefaultValue("1") String page) {
    StoredRuleSet ruleSet = lookup.find(version);
    Page wanted = Page.of(page, RUNS_PER_PAGE);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Templates.runs(
        new RunsView(
            ruleSet,
            today.minusDays(DAYS - 1),
            today,
            others(ruleSet),
            kpis(ruleSet),
            runs.page(ruleSet.version(), wanted.offset(), wanted.size()).stream()
                .map(run -> RunLine.of(run, this::name, messages))
                .toList(),
            new Pager(
                wanted.number(),
                wanted.size(),
                runs.count(ruleSet.version()),
                Links.impact(ruleSet.version()) + "?page=",
                "")));
  }

  /** The rule sets that can decide again for comparison: the active one first. */
  private List<StoredRuleSet> others(StoredRuleSet ruleSet) {
    return Stream.concat(
            ruleSets.find(RuleSets.ACTIVE).stream(), ruleSets.page(0, MAX_COMPARABLE).stream())
        .filter(other -> !other.version().equals(ruleSet.version()))
        .filter(other -> other.status() != RuleSetStatus.REJECTED)
        .distinct()
        .toList();
  }

  private List<RunsView.KpiChoice> kpis(StoredRuleSet ruleSet) {
    return Kpis.chosen(ruleSets.contents(ruleSet).rules(), List.of()).stream()
        .map(kpi -> new RunsView.KpiChoice(kpi.name(), kpi.titleIn(messages.language())))
        .toList();
  }

  @POST
  @Operation(hidden = true)
  @ExpensiveRead
  public Response begin(
      @PathParam("version") String version,
      @BeanParam ImpactForm form,
      @Context RoutingContext request) {
    try {
      return to(service.begin(lookup.find(version), form.body(), Callers.of(request)));
    } catch (RefusedFacts refused) {
      return Response.status(UNPROCESSABLE)
          .entity(
              Templates.refused(
                  refused.problems().stream().map(ImpactPageResource::refused).toList()))
          .build();
    }
  }

  private static Refused refused(FactProblem problem) {
    return new Refused(ImpactForm.field(problem.pointer()), problem.message());
  }

  private static Response to(ImpactRun run) {
    return Response.ok()
        .header("HX-Redirect", Links.impact(run.specification().candidate(), run.id()))
        .build();
  }

  @GET
  @Path("{id}")
  @Operation(hidden = true)
  @ExpensiveRead
  public TemplateInstance run(@PathParam("version") String version, @PathParam("id") String id) {
    ImpactRun run = service.find(version, id);
    ResultView result =
        run.result()
            .map(
                report ->
                    ResultView.of(
                        letters.added(run, report),
                        new EditPlaces(
                            sheets,
                            lookup.find(version),
                            ruleSets.find(report.against()).orElse(null),
                            messages),
                        messages))
            .orElse(null);
    return Templates.run(view(run, result));
  }

  private RunView view(ImpactRun run, @Nullable ResultView result) {
    return RunView.of(
        lookup.find(run.specification().candidate()),
        run,
        result,
        clock.instant(),
        this::name,
        messages);
  }

  /** What people call a rule set; its version if it is gone. */
  private String name(String version) {
    return ruleSets.find(version).map(messages::ruleSet).orElse(version);
  }

  /** How far a run has come; the whole page once it has ended. */
  @GET
  @Path("{id}/progress")
  @Operation(hidden = true)
  public Response progress(@PathParam("version") String version, @PathParam("id") String id) {
    ImpactRun run = service.find(version, id);
    Response.ResponseBuilder answer = Response.ok(Templates.progress(view(run, null)));
    return run.status().open() ? answer.build() : answer.header("HX-Refresh", "true").build();
  }

  @POST
  @Path("{id}/cancel")
  @Operation(hidden = true)
  public Response cancel(
      @PathParam("version") String version,
      @PathParam("id") String id,
      @Context RoutingContext request) {
    return to(service.cancel(version, id, Callers.of(request)));
  }

  @GET
  @Path("{id}/changes.csv")
  @Operation(hidden = true)
  public Response csv(
      @PathParam("version") String version,
      @PathParam("id") String id,
      @Context RoutingContext request) {
    return downloads.csv(service.find(version, id), request);
  }

  @GET
  @Path("{id}/changes.xlsx")
  @Operation(hidden = true)
  public Response workbook(
      @PathParam("version") String version,
      @PathParam("id") String id,
      @Context RoutingContext request) {
    return downloads.workbook(service.find(version, id), request);
  }

  @GET
  @Path("{id}/kpis.csv")
  @ExpensiveRead
  @Operation(hidden = true)
  public Response kpis(@PathParam("version") String version, @PathParam("id") String id) {
    return downloads.kpisAsCsv(service.find(version, id));
  }

  @GET
  @Path("{id}/kpis.xlsx")
  @ExpensiveRead
  @Operation(hidden = true)
  public Response kpisAsWorkbook(@PathParam("version") String version, @PathParam("id") String id) {
    return downloads.kpisAsWorkbook(service.find(version, id));
  }
}
