package io.redress.console.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.check.testcase.CaseOutcome;
import io.redress.check.testcase.NewCase;
import io.redress.check.testcase.TestCases;
import io.redress.console.FormProblem;
import io.redress.console.Messages;
import io.redress.console.StageFormResource;
import io.redress.console.decide.FactsForm;
import io.redress.domain.decision.CaseStatus;
import io.redress.domain.decision.Goods;
import io.redress.domain.dispute.ActionType;
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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** {@code /cases/write}: a test case from nothing: facts, and the decision that is wished. */
@Path("/cases/write")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.EDIT)
@Blocking
public class WriteCaseResource extends StageFormResource {
  private static final String PREVIEW = RuleSetFiles.TEST_CASES + "preview.yaml";

  private final RuleSets ruleSets;
  private final RuleSetLookup lookup;
  private final Proposals proposals;
  private final CaseCache caseCache;
  private final CaseRuns runs;
  private final Messages messages;

  WriteCaseResource(
      RuleSets ruleSets,
      RuleSetLookup lookup,
      Proposals proposals,
      CaseCache caseCache,
      CaseRuns runs,
      Messages messages) {
    this.ruleSets = ruleSets;
    this.lookup = lookup;
    this.proposals = proposals;
    this.caseCache = caseCache;
    this.runs = runs;
    this.messages = messages;
  }

  /** What can be wished. */
  record Wishes(List<Wish> remedies, List<Wish> goods, List<Wish> statuses) {}

  /** A word that can be wished. */
  record Wish(String name, String label) {}

  @CheckedTemplate(basePath = "cases", requireTypeSafeExpressions = false)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance write(
        StoredRuleSet ruleSet, CaseFiles files, FactsForm facts, Wishes wishes, String id);

    static native TemplateInstance written(
        List<FormProblem> formProblems,
        List<RuleProblem> problems,
        String yaml,
        @Nullable CaseOutcome outcome);
  }

  /**
   * @param version of the rule set that gets the case; a candidate goes on
   */
  @GET
  @Operation(hidden = true)
  @ExpensiveRead
  public TemplateInstance form(
      @QueryParam("version") @DefaultValue(RuleSets.ACTIVE) String version) {
    StoredRuleSet ruleSet = lookup.find(version);
    CaseFiles files = files(ruleSet);
    return Templates.write(
        ruleSet,
        files,
        FactsForm.of(ruleSets.terms(ruleSet), languages(ruleSet), messages),
        new Wishes(
            wishes(ActionType.values(), messages::word),
            wishes(Goods.values(), one -> messages.say("answers.goods." + one)),
            wishes(CaseStatus.values(), messages::word)),
        NewCase.freeId(files.cases().ids(), "new-case"));
  }

  private static <E extends Enum<E>> List<Wish> wishes(E[] words, Function<E, String> label) {
    return Arrays.stream(words).map(one -> new Wish(one.name(), label.apply(one))).toList();
  }

  private List<Locale> languages(StoredRuleSet ruleSet) {
    return ruleSets
        .load(ruleSet, new ArrayList<>())
        .map(rules -> List.copyOf(rules.languages()))
        .orElse(List.of());
  }

  /** The facts of a text, for the fields of the form. */
  @POST
  @Path("facts")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  @ExpensiveRead
  public ObjectNode facts(@RestForm @DefaultValue("") String text) {
    return WrittenCase.object(text)
        .orElseThrow(() -> ProblemType.MALFORMED_REQUEST.with(messages.say("cases.badFacts")));
  }

  /** The test case as YAML, and whether the rule set would pass it. */
  @POST
  @Path("preview")
  @Operation(hidden = true)
  @ExpensiveRead
  public TemplateInstance preview(@BeanParam CaseForm form) {
    StoredRuleSet ruleSet = lookup.find(version(form));
    WrittenCase written = WrittenCase.of(form);
    CaseFiles files = files(ruleSet);
    NewCase testCase = written.testCase(form).orElse(null);
    if (testCase == null || !written.problems().isEmpty()) {
      return Templates.written(written.problems(), List.of(), "", null);
    }
    ProblemList problems = new ProblemList();
    TestCases cases =
        TestCases.of(files.files().with(Map.of(PREVIEW, files.with(testCase, PREVIEW))), problems);
    CaseOutcome outcome =
        problems.isEmpty()
            ? runs.run(ruleSet, cases.only(testCase.id())).stream()
                .flatMap(run -> run.report().outcomes().stream())
                .findFirst()
                .orElse(null)
            : null;
    return Templates.written(List.of(), problems, testCase.yaml(), outcome);
  }

  @POST
  @Operation(hidden = true)
  @ExpensiveWrite
  public Response save(@BeanParam CaseForm form, @Context RoutingContext request) {
    StoredRuleSet ruleSet = lookup.find(version(form));
    CaseFiles files = files(ruleSet);
    WrittenCase written = WrittenCase.of(form);
    List<FormProblem> problems = new ArrayList<>(files.problems(form));
    problems.addAll(written.problems());
    problems.addAll(ofComment(form.comment));
    NewCase testCase = written.testCase(form).orElse(null);
    if (testCase == null || !problems.isEmpty()) {
      return refused(problems, List.of());
    }
    String file = files.file(form);
    return saved(
        proposals.propose(
            ruleSet,
            before -> before.with(Map.of(file, files.with(testCase, file))),
            form.comment,
            Callers.of(request)));
  }

  private CaseFiles files(StoredRuleSet ruleSet) {
    return new CaseFiles(ruleSets.contents(ruleSet), caseCache.of(ruleSet));
  }

  private static String version(CaseForm form) {
    String version = CaseForm.tidied(form.version);
    return version.isEmpty() ? RuleSets.ACTIVE : version;
  }
}
