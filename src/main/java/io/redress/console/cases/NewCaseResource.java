package io.redress.console.cases;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.check.testcase.CaseOutcome;
import io.redress.check.testcase.NewCase;
import io.redress.check.testcase.TestCases;
import io.redress.console.Messages;
import io.redress.console.Visitor;
import io.redress.domain.decision.DecisionId;
import io.redress.http.gate.Callers;
import io.redress.http.problem.ProblemType;
import io.redress.http.rulesets.Proposals;
import io.redress.http.rulesets.RuleSetLookup;
import io.redress.journal.read.JournalSearch;
import io.redress.lifecycle.Proposal;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.source.RuleProblem;
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

/** {@code /cases/new}: makes a case of a decision, for those who may look at decisions, too. */
@Path("/cases/new")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.EDIT)
@Blocking
public class NewCaseResource {
  private static final int UNPROCESSABLE = 422;

  private final JournalSearch archive;
  private final RuleSets ruleSets;
  private final Proposals proposals;
  private final RuleSetLookup known;
  private final CaseCache open;
  private final CaseRuns runs;
  private final Visitor visitor;
  private final Messages words;

  NewCaseResource(
      JournalSearch archive,
      RuleSets ruleSets,
      Proposals proposals,
      RuleSetLookup known,
      CaseCache open,
      CaseRuns runs,
      Visitor visitor,
      Messages words) {
    this.archive = archive;
    this.ruleSets = ruleSets;
    this.proposals = proposals;
    this.known = known;
    this.open = open;
    this.runs = runs;
    this.visitor = visitor;
    this.words = words;
  }

  @CheckedTemplate(basePath = "cases", requireTypeSafeExpressions = false)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance noDecision();

    static native TemplateInstance create(
        CaseDraft material, String id, String title, String source, String comment);

    static native TemplateInstance preview(String yaml, @Nullable CaseOutcome outcome);

    static native TemplateInstance faults(List<FormProblem> faults, List<RuleProblem> problems);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance form(@QueryParam("decision") @Nullable String decision) {
    if (decision == null) {
      return Templates.noDecision();
    }
    CaseDraft material = material(decision);
    String title =
        words.word(material.decided().reasonCode())
            + ": "
            + words.word(material.decided().resolution());
    String id = material.freeId();
    return Templates.create(
        material,
        id,
        title,
        words.say("cases.fromDecision", decision),
        words.say("cases.commentOf", id));
  }

  /** What would be written, and whether the rules decide so now. */
  @POST
  @Path("preview")
  @Operation(hidden = true)
  public TemplateInstance preview(@BeanParam CaseForm form) {
    CaseDraft material = material(CaseForm.tidied(form.decision));
    String yaml = material.made(form).yaml();
    TestCases alone =
        TestCases.read(
            Map.of("preview.yaml", yaml.getBytes(StandardCharsets.UTF_8)), new ArrayList<>());
    return Templates.preview(
        yaml,
        runs.one(material.base(), alone).stream()
            .flatMap(run -> run.report().outcomes().stream())
            .findFirst()
            .orElse(null));
  }

  @POST
  @Operation(hidden = true)
  public Response save(@BeanParam CaseForm form, @Context RoutingContext request) {
    CaseDraft material = material(CaseForm.tidied(form.decision));
    List<FormProblem> faults = new ArrayList<>(material.faults(form));
    String comment = CaseForm.tidied(form.comment);
    if (comment.length() > Proposals.LONGEST_COMMENT) {
      faults.add(new FormProblem("comment", "cases.badComment"));
    }
    if (!faults.isEmpty()) {
      return refused(faults, List.of());
    }
    NewCase made = material.made(form);
    String file = material.file(form);
    Proposal proposal =
        proposals.propose(
            material.base(),
            files -> files.with(Map.of(file, material.with(made, file))),
            comment,
            Callers.of(request));
    if (proposal instanceof Proposal.Unreadable unreadable) {
      return refused(List.of(), unreadable.problems());
    }
    StoredRuleSet candidate = ((Proposal.Kept) proposal).ruleSet();
    return Response.ok().header("HX-Redirect", "/rulesets/" + candidate.version()).build();
  }

  private static Response refused(List<FormProblem> faults, List<RuleProblem> problems) {
    return Response.status(UNPROCESSABLE).entity(Templates.faults(faults, problems)).build();
  }

  private CaseDraft material(String decision) {
    if (!visitor.may(Role.AUDIT)) {
      throw ProblemType.FORBIDDEN.with("Only who has the role audit, too, sees decisions.");
    }
    StoredRuleSet base = known.find(RuleSets.ACTIVE);
    return DecisionId.parse(decision)
        .flatMap(archive::find)
        .map(
            kept ->
                CaseDraft.of(kept.entry().decided(), base, ruleSets.contents(base), open.of(base)))
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.with(
                    "There is no such decision. The list of decisions shows those there are."));
  }
}
