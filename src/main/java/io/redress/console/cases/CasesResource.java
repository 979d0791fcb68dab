package io.redress.console.cases;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.check.testcase.CaseOutcome;
import io.redress.check.testcase.TestCases;
import io.redress.http.gate.Callers;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.problem.Page;
import io.redress.http.problem.ProblemType;
import io.redress.http.problem.Rejections;
import io.redress.http.problem.Rejections.Reason;
import io.redress.http.rulesets.RuleSetLookup;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

/** {@code /cases}: the test cases of a rule set and their results. */
@Path("/cases")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.EDIT, Role.ACTIVATE, Role.AUDIT})
@Blocking
@ExpensiveRead
public class CasesResource {
  private static final int CHOICES = 30;
  private static final String PAGE_SIZE = "25";

  private final RuleSets ruleSets;
  private final RuleSetLookup lookup;
  private final CaseCache caseCache;
  private final CaseRuns runs;
  private final Rejections rejections;

  CasesResource(
      RuleSets ruleSets,
      RuleSetLookup lookup,
      CaseCache caseCache,
      CaseRuns runs,
      Rejections rejections) {
    this.ruleSets = ruleSets;
    this.lookup = lookup;
    this.caseCache = caseCache;
    this.runs = runs;
    this.rejections = rejections;
  }

  @CheckedTemplate(basePath = "cases", requireTypeSafeExpressions = false)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance cases(CaseResultsView results, List<StoredRuleSet> choices);

    static native TemplateInstance results(CaseResultsView results);

    static native TemplateInstance testCase(CaseView testCase);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance cases(
      @QueryParam("version") @DefaultValue(RuleSets.ACTIVE) String version,
      @QueryParam("q") @DefaultValue("") String query,
      @QueryParam("page") @DefaultValue("1") String page) {
    StoredRuleSet ruleSet = lookup.find(version);
    List<StoredRuleSet> choices =
        Stream.of(
                Stream.of(ruleSet),
                ruleSets.find(RuleSets.ACTIVE).stream(),
                ruleSets
                    .page(EnumSet.of(RuleSetStatus.CANDIDATE, RuleSetStatus.RETIRED), 0, CHOICES)
                    .stream())
            .flatMap(some -> some)
            .distinct()
            .toList();
    return Templates.cases(results(ruleSet, query, page), choices);
  }

  /** The results, which the page polls during a run. */
  @GET
  @Path("results")
  @Operation(hidden = true)
  public TemplateInstance results(
      @QueryParam("version") @DefaultValue(RuleSets.ACTIVE) String version,
      @QueryParam("q") @DefaultValue("") String query,
      @QueryParam("page") @DefaultValue("1") String page) {
    return Templates.results(results(lookup.find(version), query, page));
  }

  /** Starts a run of all test cases in the background. */
  @POST
  @Path("runs")
  @Operation(hidden = true)
  public TemplateInstance runAll(
      @RestForm @DefaultValue(RuleSets.ACTIVE) String version, @Context RoutingContext request) {
    StoredRuleSet ruleSet = lookup.find(version);
    if (runs.begin(ruleSet, caseCache.of(ruleSet), Callers.name(request)).isEmpty()) {
      throw rejections.because(
          Reason.CALLER,
          "Too many runs of test cases are in progress, or too many of yours. Retry once one has"
              + " ended.");
    }
    return Templates.results(results(ruleSet, "", "1"));
  }

  @POST
  @Path("runs/one")
  @Operation(hidden = true)
  public TemplateInstance runOne(
      @RestForm @DefaultValue(RuleSets.ACTIVE) String version,
      @RestForm @DefaultValue("") String id) {
    StoredRuleSet ruleSet = lookup.find(version);
    TestCases cases = caseCache.of(ruleSet);
    CaseOutcome outcome =
        runs.run(ruleSet, cases.only(id)).stream()
            .flatMap(run -> run.report().outcomes().stream())
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemType.NOT_FOUND.with(
                        "The rule set has no such test case, or it can no longer be read."));
    return Templates.testCase(CaseView.of(ruleSet.version(), outcome, cases));
  }

  private CaseResultsView results(StoredRuleSet ruleSet, String query, String page) {
    return CaseResultsView.of(
        ruleSet,
        caseCache.of(ruleSet),
        runs.of(ruleSet.version()).orElse(null),
        query,
        Page.of(page, PAGE_SIZE));
  }
}
