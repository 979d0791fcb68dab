package io.redress.console.cases;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.check.testcase.CaseOutcome;
import io.redress.check.testcase.NewCase;
import io.redress.check.testcase.TestCases;
import io.redress.console.FormProblem;
import io.redress.console.Messages;
import io.redress.console.StageFormResource;
import io.redress.console.Visitor;
import io.redress.domain.decision.DecisionId;
import io.redress.http.gate.Callers;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.load.ExpensiveWrite;
import io.redress.http.problem.ProblemType;
import io.redress.http.rulesets.Proposals;
import io.redress.http.rulesets.RuleSetLookup;
import io.redress.journal.read.JournalSearch;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /cases/new}: creates a test case from a decision; requires the role audit, too. */
@Path("/cases/new")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.EDIT)
@Blocking
public class NewCaseResource extends StageFormResource {
  private final JournalSearch journal;
  private final RuleSets ruleSets;
  private final Proposals proposals;
  private final RuleSetLookup lookup;
  private final CaseCache caseCache;
  private final CaseRuns runs;
  private final Visitor visitor;
  private final Messages messages;

  NewCaseResource(
      JournalSearch journal,
      RuleSets ruleSets,
      Proposals proposals,
      RuleSetLookup lookup,
      CaseCache caseCache,
      CaseRuns runs,
      Visitor visitor,
      Messages messages) {
    this.journal = journal;
    this.ruleSets = ruleSets;
    this.proposals = proposals;
    this.lookup = lookup;
    this.caseCache = caseCache;
    this.runs = runs;
    this.visitor = visitor;
    this.messages = messages;
  }

  @CheckedTemplate(basePath = "cases", requireTypeSafeExpressions = false)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance noDecision();

    static native TemplateInstance create(
        CaseDraft draft, String id, String title, String source, String comment);

    static native TemplateInstance preview(String yaml, @Nullable CaseOutcome outcome);
  }

  @GET
  @Operation(hidden = true)
  @ExpensiveRead
  public TemplateInstance form(@QueryParam("decision") @Nullable String decision) {
    if (decision == null) {
      return Templates.noDecision();
    }
    CaseDraft draft = draft(decision);
    String title =
        messages.word(draft.decided().reasonCode())
            + ": "
            + messages.word(draft.decided().resolution());
    String id = draft.freeId();
    return Templates.create(
        draft,
        id,
        title,
        messages.say("cases.fromDecision", decision),
        messages.say("cases.commentOf", id));
  }

  /** The test case as YAML, and whether the active rules pass it. */
  @POST
  @Path("preview")
  @Operation(hidden = true)
  @ExpensiveRead
  public TemplateInstance preview(@BeanParam CaseForm form) {
    CaseDraft draft = draft(CaseForm.tidied(form.decision));
    String yaml = draft.testCase(form).yaml();
    TestCases alone =
        TestCases.read(
            Map.of("preview.yaml", yaml.getBytes(StandardCharsets.UTF_8)),
            ruleSets.terms(draft.base()),
            new ArrayList<>());
    return Templates.preview(
        yaml,
        runs.run(draft.base(), alone).stream()
            .flatMap(run -> run.report().outcomes().stream())
            .findFirst()
            .orElse(null));
  }

  @POST
  @Operation(hidden = true)
  @ExpensiveWrite
  public Response save(@BeanParam CaseForm form, @Context RoutingContext request) {
    CaseDraft draft = draft(CaseForm.tidied(form.decision));
    List<FormProblem> formProblems = new ArrayList<>(draft.problems(form));
    String comment = CaseForm.tidied(form.comment);
    if (comment.length() > Proposals.MAX_COMMENT) {
      formProblems.add(new FormProblem("comment", "cases.badComment"));
    }
    if (!formProblems.isEmpty()) {
      return refused(formProblems, List.of());
    }
    NewCase testCase = draft.testCase(form);
    String file = draft.files().file(form);
    return saved(
        proposals.propose(
            draft.base(),
            files -> files.with(Map.of(file, draft.files().with(testCase, file))),
            comment,
            Callers.of(request)));
  }

  private CaseDraft draft(String decision) {
    if (!visitor.may(Role.AUDIT)) {
      throw ProblemType.FORBIDDEN.with("Viewing decisions requires the role audit.");
    }
    StoredRuleSet base = lookup.find(RuleSets.ACTIVE);
    return DecisionId.parse(decision)
        .flatMap(journal::find)
        .map(
            kept ->
                CaseDraft.of(
                    kept.entry().decided(), base, ruleSets.contents(base), caseCache.of(base)))
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.with(
                    "There is no such decision. See the list of decisions."));
  }
}
