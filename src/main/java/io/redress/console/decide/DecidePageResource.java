package io.redress.console.decide;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.check.inquiry.Weight;
import io.redress.console.Messages;
import io.redress.console.answer.AnswerView;
import io.redress.console.answer.AnswerViews;
import io.redress.domain.decision.Answer;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.decision.Letter;
import io.redress.http.decide.DecisionService;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.problem.ProblemType;
import io.redress.journal.write.JournalResult;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.RuleSet;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Named;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /decide}: tries a dispute, or decides and records it. */
@Path("/decide")
@RolesAllowed({Role.DECIDE, Role.EDIT, Role.ACTIVATE, Role.AUDIT})
@Blocking
public class DecidePageResource {
  private static final TypeReference<Map<String, Object>> EXAMPLE = new TypeReference<>() {};

  private final SelectableRuleSets rules;
  private final InquiryCache inquiries;
  private final DecisionService decisions;
  private final AnswerViews answers;
  private final ExampleFacts examples;
  private final Messages messages;

  DecidePageResource(
      SelectableRuleSets rules,
      InquiryCache inquiries,
      DecisionService decisions,
      AnswerViews answers,
      ExampleFacts examples,
      @Named("t") Messages messages) {
    this.rules = rules;
    this.inquiries = inquiries;
    this.decisions = decisions;
    this.answers = answers;
    this.examples = examples;
    this.messages = messages;
  }

  /** The data of the form. */
  record Form(
      String active,
      Optional<StoredRuleSet> named,
      List<StoredRuleSet> candidates,
      FactsForm facts,
      List<Example> examples) {}

  @CheckedTemplate(basePath = "decide")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance decide(Form form);

    static native TemplateInstance trial(AnswerView answer, String version);

    static native TemplateInstance recorded(AnswerView answer, String decisionId, String disputeId);
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public TemplateInstance form() {
    RuleSet active = rules.find(RuleSets.ACTIVE);
    return Templates.decide(
        new Form(
            active.id().version(),
            rules.active(),
            rules.candidates(),
            FactsForm.of(active.tables().terms(), active.languages(), messages),
            Example.all()));
  }

  @POST
  @Path("facts")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  @ExpensiveRead
  public Map<String, Weight> facts(
      InputStream body, @QueryParam("ruleSet") @DefaultValue(RuleSets.ACTIVE) String version) {
    return inquiries.about(DecisionService.read(body), rules.find(version));
  }

  /** Completes the example of a finding, which a link to this page carries. */
  @POST
  @Path("example")
  @RolesAllowed({Role.EDIT, Role.ACTIVATE, Role.AUDIT})
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  @ExpensiveRead
  public JsonNode example(
      InputStream body,
      @QueryParam("ruleSet") @DefaultValue(RuleSets.ACTIVE) String version,
      @QueryParam("table") @DefaultValue("") String table) {
    RuleSet ruleSet = rules.find(version);
    try {
      Map<String, Object> example =
          DecisionJson.mapper().readValue(DecisionService.read(body), EXAMPLE);
      return examples.of(ruleSet, table, example == null ? Map.of() : example).json();
    } catch (IOException | IllegalArgumentException | ArithmeticException unreadable) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "The example does not belong to this rule set. Open the finding again.");
    }
  }

  @POST
  @Path("try")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  @ExpensiveRead
  public TemplateInstance tryOut(
      InputStream body,
      @QueryParam("ruleSet") @DefaultValue(RuleSets.ACTIVE) String version,
      @Context RoutingContext request) {
    RuleSet ruleSet = rules.find(version);
    Answer answer = decisions.tryOut(body, ruleSet, request);
    AnswerView view =
        answers.view(
            DecisionJson.write(answer),
            Optional.of(ruleSet),
            ruleSet.letters(answer.decision()),
            messages);
    return Templates.trial(view, ruleSet.id().version());
  }

  @POST
  @Path("keep")
  @RolesAllowed(Role.DECIDE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public TemplateInstance keep(InputStream body, @Context RoutingContext request) {
    byte[] facts = DecisionService.read(body);
    try {
      // Rendering takes too long for the threads that complete journal futures, so wait here.
      JournalResult.Answered kept =
          decisions
              .keep(new ByteArrayInputStream(facts), request, false)
              .toCompletableFuture()
              .join();
      return recorded(kept.answer(), facts, request);
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException problem ? problem : failed;
    }
  }

  private TemplateInstance recorded(String answer, byte[] facts, RoutingContext request) {
    JsonNode json = DecisionJson.read(answer);
    Optional<RuleSet> ruleSet =
        Optional.of(decisions.activeRules())
            .filter(active -> active.id().version().equals(json.at("/ruleSet/version").asText()));
    List<Letter> translations =
        ruleSet.map(active -> translations(active, facts, request)).orElse(List.of());
    return Templates.recorded(
        answers.view(answer, ruleSet, translations, messages),
        json.path("decisionId").asText(),
        json.path("disputeId").asText());
  }

  /** The journal has the letter in the buyer's language only. */
  private List<Letter> translations(RuleSet active, byte[] facts, RoutingContext request) {
    Answer decidedAgain = decisions.tryOut(new ByteArrayInputStream(facts), active, request);
    return active.letters(decidedAgain.decision());
  }
}
