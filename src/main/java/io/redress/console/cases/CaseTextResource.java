package io.redress.console.cases;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.check.testcase.CaseOutcome;
import io.redress.check.testcase.CaseText;
import io.redress.check.testcase.TestCases;
import io.redress.console.FormProblem;
import io.redress.console.StageFormResource;
import io.redress.http.gate.Callers;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.load.ExpensiveWrite;
import io.redress.http.problem.ProblemType;
import io.redress.http.rulesets.Proposals;
import io.redress.http.rulesets.RuleSetLookup;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.RuleProblem;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** {@code /rulesets/{version}/cases/{id}}: a test case, changed as text. */
@Path("/rulesets/{version}/cases/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.EDIT)
@Blocking
public class CaseTextResource extends StageFormResource {
  private static final int MAX_TEXT = 50_000;

  private final RuleSets ruleSets;
  private final RuleSetLookup lookup;
  private final Proposals proposals;
  private final CaseRuns runs;

  CaseTextResource(RuleSets ruleSets, RuleSetLookup lookup, Proposals proposals, CaseRuns runs) {
    this.ruleSets = ruleSets;
    this.lookup = lookup;
    this.proposals = proposals;
    this.runs = runs;
  }

  @CheckedTemplate(basePath = "cases", requireTypeSafeExpressions = false)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance text(StoredRuleSet ruleSet, String id, CaseText testCase);

    static native TemplateInstance textPreview(
        List<FormProblem> formProblems, List<RuleProblem> problems, @Nullable CaseOutcome outcome);
  }

  @GET
  @Operation(hidden = true)
  @ExpensiveRead
  public TemplateInstance text(@PathParam("version") String version, @PathParam("id") String id) {
    StoredRuleSet ruleSet = lookup.find(version);
    return Templates.text(ruleSet, id, find(ruleSets.contents(ruleSet), id));
  }

  /** What is wrong with the text, or whether the case would pass. */
  @POST
  @Path("preview")
  @Operation(hidden = true)
  @ExpensiveRead
  public TemplateInstance preview(
      @PathParam("version") String version,
      @PathParam("id") String id,
      @RestForm @Nullable String text) {
    StoredRuleSet ruleSet = lookup.find(version);
    String typed = Objects.requireNonNullElse(text, "");
    List<FormProblem> formProblems = ofText(typed);
    if (!formProblems.isEmpty()) {
      return Templates.textPreview(formProblems, List.of(), null);
    }
    RuleSetFiles changed = changed(ruleSets.contents(ruleSet), id, typed);
    ProblemList problems = new ProblemList();
    TestCases cases = TestCases.of(changed, problems);
    CaseOutcome outcome =
        problems.isEmpty()
            ? runs.run(ruleSet, cases.only(CaseText.id(typed))).stream()
                .flatMap(run -> run.report().outcomes().stream())
                .findFirst()
                .orElse(null)
            : null;
    return Templates.textPreview(List.of(), problems, outcome);
  }

  @POST
  @Operation(hidden = true)
  @ExpensiveWrite
  public Response save(
      @PathParam("version") String version,
      @PathParam("id") String id,
      @RestForm @Nullable String text,
      @RestForm @Nullable String comment,
      @Context RoutingContext request) {
    StoredRuleSet ruleSet = lookup.find(version);
    String typed = Objects.requireNonNullElse(text, "");
    List<FormProblem> formProblems = new ArrayList<>(ofText(typed));
    formProblems.addAll(ofComment(comment));
    if (!formProblems.isEmpty()) {
      return refused(formProblems, List.of());
    }
    return saved(
        proposals.propose(
            ruleSet, files -> changed(files, id, typed), comment, Callers.of(request)));
  }

  private static List<FormProblem> ofText(String typed) {
    return typed.isBlank() || typed.length() > MAX_TEXT
        ? List.of(new FormProblem("text", "cases.badText"))
        : List.of();
  }

  private static RuleSetFiles changed(RuleSetFiles files, String id, String text) {
    return find(files, id).replaced(files, text);
  }

  private static CaseText find(RuleSetFiles files, String id) {
    return CaseText.of(files, id)
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.with(
                    "No YAML file of the rule set has this test case. Those of workbooks are"
                        + " changed there."));
  }
}
