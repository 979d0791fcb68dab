package io.redress.console.laws;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.check.admission.LawRun;
import io.redress.check.invariant.InvariantReport;
import io.redress.check.invariant.Invariants;
import io.redress.check.invariant.LawEdit;
import io.redress.console.FormProblem;
import io.redress.console.Links;
import io.redress.console.Messages;
import io.redress.console.StageFormResource;
import io.redress.console.answer.FactText;
import io.redress.http.gate.Callers;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.load.ExpensiveWrite;
import io.redress.http.problem.ProblemType;
import io.redress.http.rulesets.Proposals;
import io.redress.http.rulesets.RuleSetLookup;
import io.redress.lifecycle.AdmissionReport;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /rulesets/{version}/laws}: the laws of a rule set, and the form that changes one. */
@Path("/rulesets/{version}/laws")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.EDIT, Role.ACTIVATE, Role.AUDIT})
@Blocking
public class LawsResource extends StageFormResource {
  private final RuleSets ruleSets;
  private final RuleSetLookup lookup;
  private final Proposals proposals;
  private final Messages messages;

  LawsResource(RuleSets ruleSets, RuleSetLookup lookup, Proposals proposals, Messages messages) {
    this.ruleSets = ruleSets;
    this.lookup = lookup;
    this.proposals = proposals;
    this.messages = messages;
  }

  @CheckedTemplate(basePath = "laws", requireTypeSafeExpressions = false)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance list(StoredRuleSet ruleSet, List<Listed> laws);

    static native TemplateInstance law(LawView view);

    static native TemplateInstance preview(
        String text,
        List<FormProblem> formProblems,
        List<RuleProblem> problems,
        @Nullable LawView checked,
        Optional<String> oldNumber);
  }

  /** A law in the list. */
  record Listed(String id, String sentence, String source, boolean violated, String href) {}

  @GET
  @Operation(hidden = true)
  @ExpensiveRead
  public TemplateInstance list(@PathParam("version") String version) {
    StoredRuleSet ruleSet = lookup.find(version);
    Set<String> violated =
        AdmissionReport.read(ruleSet).problems().stream()
            .filter(problem -> problem.code() == ProblemCode.LAW_BROKEN)
            .map(RuleProblem::value)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return Templates.list(
        ruleSet,
        LawEdit.all(file(ruleSets.contents(ruleSet))).stream()
            .map(law -> listed(ruleSet, law, violated))
            .toList());
  }

  private static Listed listed(StoredRuleSet ruleSet, JsonNode law, Set<String> violated) {
    String id = law.path("id").asText();
    return new Listed(
        id,
        law.path("law").asText(),
        law.path("source").asText(),
        violated.contains(id),
        Links.law(ruleSet.version(), id));
  }

  @GET
  @Path("{law}")
  @Operation(hidden = true)
  @ExpensiveRead
  public TemplateInstance law(@PathParam("version") String version, @PathParam("law") String id) {
    StoredRuleSet ruleSet = lookup.find(version);
    return Templates.law(view(ruleSet, ruleSets.contents(ruleSet), id));
  }

  /** The changed law as text, what is wrong with it, and whether it holds. */
  @POST
  @Path("{law}/preview")
  @RolesAllowed(Role.EDIT)
  @Operation(hidden = true)
  @ExpensiveRead
  public TemplateInstance preview(
      @PathParam("version") String version, @PathParam("law") String id, @BeanParam LawForm form) {
    StoredRuleSet ruleSet = lookup.find(version);
    RuleSetFiles files = ruleSets.contents(ruleSet);
    List<FormProblem> formProblems = form.problems(edit(files, id));
    if (!formProblems.isEmpty()) {
      return Templates.preview("", formProblems, List.of(), null, Optional.empty());
    }
    RuleSetFiles changed = changed(ruleSet, files, id, form);
    List<RuleProblem> problems = new ArrayList<>();
    Invariants.read(changed.rules(), problems);
    Optional<LawEdit> law = LawEdit.of(file(changed), id);
    LawView checked = problems.isEmpty() && law.isPresent() ? view(ruleSet, changed, id) : null;
    return Templates.preview(
        law.map(LawEdit::text).orElse(""),
        List.of(),
        problems,
        checked,
        form.oldNumber(edit(files, id)));
  }

  @POST
  @Path("{law}")
  @RolesAllowed(Role.EDIT)
  @Operation(hidden = true)
  @ExpensiveWrite
  public Response save(
      @PathParam("version") String version,
      @PathParam("law") String id,
      @BeanParam LawForm form,
      @Context RoutingContext request) {
    StoredRuleSet ruleSet = lookup.find(version);
    List<FormProblem> formProblems =
        new ArrayList<>(form.problems(edit(ruleSets.contents(ruleSet), id)));
    formProblems.addAll(ofComment(form.comment));
    if (!formProblems.isEmpty()) {
      return refused(formProblems, List.of());
    }
    return saved(
        proposals.propose(
            ruleSet,
            files -> changed(ruleSet, files, id, form),
            form.comment,
            Callers.of(request)));
  }

  /**
   * The files with the changed law; the counterexample is found again, as the facts are the same.
   */
  private RuleSetFiles changed(StoredRuleSet ruleSet, RuleSetFiles files, String id, LawForm form) {
    LawEdit law = edit(files, id);
    boolean excepts = form.except != null && !form.except.isEmpty();
    form.change(law, excepts ? view(ruleSet, files, id).counterexample() : null);
    return files.with(Map.of(RuleSetFiles.INVARIANTS, law.bytes()));
  }

  private LawView view(StoredRuleSet ruleSet, RuleSetFiles files, String id) {
    List<RuleProblem> problems = new ArrayList<>();
    Optional<RuleSet> rules = ruleSets.load(ruleSet, problems);
    InvariantReport report =
        rules.map(one -> LawRun.of(one, files, id)).orElse(InvariantReport.NONE);
    return LawView.of(ruleSet, id, edit(files, id), report, new FactText(messages, rules));
  }

  private static LawEdit edit(RuleSetFiles files, String id) {
    return LawEdit.of(file(files), id)
        .orElseThrow(() -> ProblemType.NOT_FOUND.with("The rule set has no law of this name."));
  }

  private static byte[] file(RuleSetFiles files) {
    return Objects.requireNonNullElse(files.all().get(RuleSetFiles.INVARIANTS), new byte[0]);
  }
}
