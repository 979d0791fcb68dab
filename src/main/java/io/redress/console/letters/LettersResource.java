package io.redress.console.letters;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.check.testcase.TestCases;
import io.redress.console.FormProblem;
import io.redress.console.StageFormResource;
import io.redress.console.Visitor;
import io.redress.http.gate.Callers;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.load.ExpensiveWrite;
import io.redress.http.problem.ProblemType;
import io.redress.http.rulesets.Proposals;
import io.redress.http.rulesets.RuleSetLookup;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.RuleProblem;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /rulesets/{version}/letters}: the texts of the letters, and the form that changes one. */
@Path("/rulesets/{version}/letters")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.EDIT, Role.ACTIVATE, Role.AUDIT})
@Blocking
public class LettersResource extends StageFormResource {
  private final RuleSets ruleSets;
  private final RuleSetLookup lookup;
  private final Proposals proposals;
  private final Visitor visitor;

  LettersResource(RuleSets ruleSets, RuleSetLookup lookup, Proposals proposals, Visitor visitor) {
    this.ruleSets = ruleSets;
    this.lookup = lookup;
    this.proposals = proposals;
    this.visitor = visitor;
  }

  @CheckedTemplate(basePath = "letters", requireTypeSafeExpressions = false)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance list(
        StoredRuleSet ruleSet, String query, List<LetterTextView.Listed> texts);

    static native TemplateInstance text(LetterTextView view);

    static native TemplateInstance preview(
        List<FormProblem> formProblems,
        List<RuleProblem> problems,
        @Nullable LetterPreview preview);
  }

  @GET
  @Operation(hidden = true)
  @ExpensiveRead
  public TemplateInstance list(
      @PathParam("version") String version, @QueryParam("q") @DefaultValue("") String query) {
    StoredRuleSet ruleSet = lookup.find(version);
    return Templates.list(ruleSet, query, LetterTextView.list(ruleSets.contents(ruleSet), query));
  }

  @GET
  @Path("{name}")
  @Operation(hidden = true)
  @ExpensiveRead
  public TemplateInstance text(
      @PathParam("version") String version, @PathParam("name") String name) {
    return Templates.text(view(lookup.find(version), name));
  }

  /** Letters with the changed text, or what is wrong with it. */
  @POST
  @Path("{name}/preview")
  @RolesAllowed(Role.EDIT)
  @Operation(hidden = true)
  @ExpensiveRead
  public TemplateInstance preview(
      @PathParam("version") String version,
      @PathParam("name") String name,
      @BeanParam LetterForm form) {
    StoredRuleSet ruleSet = lookup.find(version);
    view(ruleSet, name);
    List<FormProblem> formProblems = form.problems();
    if (!formProblems.isEmpty()) {
      return Templates.preview(formProblems, List.of(), null);
    }
    RuleSetFiles changed = form.on(ruleSets.contents(ruleSet), name);
    ProblemList problems = new ProblemList();
    Optional<RuleSet> rules = RuleSet.read(changed, problems);
    LetterPreview preview =
        rules
            .map(
                read ->
                    LetterPreview.of(
                        read,
                        changed,
                        TestCases.of(changed, new ProblemList()),
                        name,
                        visitor.locale()))
            .orElse(null);
    return Templates.preview(List.of(), problems, preview);
  }

  @POST
  @Path("{name}")
  @RolesAllowed(Role.EDIT)
  @Operation(hidden = true)
  @ExpensiveWrite
  public Response save(
      @PathParam("version") String version,
      @PathParam("name") String name,
      @BeanParam LetterForm form,
      @Context RoutingContext request) {
    StoredRuleSet ruleSet = lookup.find(version);
    view(ruleSet, name);
    List<FormProblem> formProblems = new ArrayList<>(form.problems());
    formProblems.addAll(ofComment(form.comment));
    if (!formProblems.isEmpty()) {
      return refused(formProblems, List.of());
    }
    return saved(
        proposals.propose(
            ruleSet, files -> form.on(files, name), form.comment, Callers.of(request)));
  }

  private LetterTextView view(StoredRuleSet ruleSet, String name) {
    LetterTextView view =
        LetterTextView.of(ruleSet, ruleSets.contents(ruleSet), name, visitor.locale());
    if (view.languages().isEmpty()) {
      throw ProblemType.NOT_FOUND.with("The letters have no text of this name.");
    }
    return view;
  }
}
