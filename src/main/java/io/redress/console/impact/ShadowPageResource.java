package io.redress.console.impact;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.console.Links;
import io.redress.console.Messages;
import io.redress.console.Visitor;
import io.redress.http.gate.Callers;
import io.redress.http.insight.ShadowService;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.problem.ProblemType;
import io.redress.http.rulesets.RuleSetLookup;
import io.redress.insight.impact.ImpactReport;
import io.redress.journal.shadow.ShadowFigures;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.TableSheetCache;
import io.redress.lifecycle.store.Shadow;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /rulesets/{version}/shadow}: what a rule set decides beside the active one. */
@Path("/rulesets/{version}/shadow")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.EDIT, Role.ACTIVATE, Role.AUDIT})
@Blocking
@ExpensiveRead
public class ShadowPageResource {
  private final RuleSetLookup lookup;
  private final RuleSets ruleSets;
  private final TableSheetCache sheets;
  private final ShadowService service;
  private final Messages messages;
  private final Visitor visitor;

  ShadowPageResource(
      RuleSetLookup lookup,
      RuleSets ruleSets,
      TableSheetCache sheets,
      ShadowService service,
      @Named("t") Messages messages,
      Visitor visitor) {
    this.lookup = lookup;
    this.ruleSets = ruleSets;
    this.sheets = sheets;
    this.service = service;
    this.messages = messages;
    this.visitor = visitor;
  }

  @CheckedTemplate(basePath = "impact")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance shadow(ShadowView view);

    static native TemplateInstance shadowFigures(ShadowView view);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance page(@PathParam("version") String version) {
    return Templates.shadow(view(lookup.find(version), true));
  }

  /** The figures of now; the whole page once the shadow has ended. */
  @GET
  @Path("figures")
  @Operation(hidden = true)
  public Response figures(@PathParam("version") String version) {
    ShadowView view = view(lookup.find(version), false);
    if (view.shadow() == null) {
      throw ProblemType.NOT_FOUND.with(
          "This rule set never decided beside the active one. Start it on its page.");
    }
    Response.ResponseBuilder answer = Response.ok(Templates.shadowFigures(view));
    return view.running() ? answer.build() : answer.header("HX-Refresh", "true").build();
  }

  @POST
  @RolesAllowed(Role.ACTIVATE)
  @Operation(hidden = true)
  public Response start(@PathParam("version") String version, @Context RoutingContext request) {
    StoredRuleSet candidate = lookup.find(version);
    service.start(candidate, Callers.of(request));
    return to(candidate);
  }

  @POST
  @Path("stop")
  @RolesAllowed(Role.ACTIVATE)
  @Operation(hidden = true)
  public Response stop(@PathParam("version") String version, @Context RoutingContext request) {
    StoredRuleSet candidate = lookup.find(version);
    if (service.newest(candidate).filter(Shadow::running).isPresent()) {
      service.stop(Callers.of(request));
    }
    return to(candidate);
  }

  private static Response to(StoredRuleSet candidate) {
    return Response.ok().header("HX-Redirect", Links.shadow(candidate.version())).build();
  }

  private ShadowView view(StoredRuleSet ruleSet, boolean whole) {
    Optional<Shadow> shadow = service.newest(ruleSet);
    boolean audits = visitor.may(Role.AUDIT);
    ShadowFigures figures =
        shadow
            .map(one -> whole && audits ? service.withLetters(one) : service.figures(one))
            .orElse(null);
    ImpactReport report = figures == null || !audits ? null : figures.report();
    return new ShadowView(
        ruleSet,
        shadow.orElse(null),
        service
            .running()
            .filter(one -> !one.version().equals(ruleSet.version()))
            .flatMap(one -> ruleSets.find(one.version()))
            .orElse(null),
        shadow.filter(Shadow::running).isPresent()
            ? List.of()
            : service.objections(ruleSet).stream().map(messages::phrase).toList(),
        figures,
        figures == null ? "" : name(figures.against()),
        report == null || report.population().decided() == 0 ? "" : Headline.of(report, messages),
        report == null || !whole ? null : result(ruleSet, report));
  }

  private ResultView result(StoredRuleSet ruleSet, ImpactReport report) {
    return ResultView.of(
        report,
        new EditPlaces(sheets, ruleSet, ruleSets.find(report.against()).orElse(null), messages),
        messages);
  }

  private String name(String version) {
    return ruleSets.find(version).map(messages::ruleSet).orElse(version);
  }
}
