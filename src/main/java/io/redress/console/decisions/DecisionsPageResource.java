package io.redress.console.decisions;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.access.Role;
import io.redress.archive.Archive;
import io.redress.archive.KeptDecision;
import io.redress.archive.OpenedDecision;
import io.redress.archive.SearchTooSlow;
import io.redress.console.Words;
import io.redress.console.answers.Answers;
import io.redress.console.answers.FactWords;
import io.redress.decide.Decisions;
import io.redress.decision.Letter;
import io.redress.decisions.SearchParameters;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.StoredRuleSet;
import io.redress.problem.ProblemType;
import io.redress.reconsideration.Reconsideration;
import io.redress.ruleset.RuleSet;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /decisions}: what was decided. */
@Path("/decisions")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.AUDIT)
@Blocking
public class DecisionsPageResource {
  private static final int MOST_VERSIONS = 100;
  private static final Pattern ID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final Archive archive;
  private final RuleSets ruleSets;
  private final Decisions decisions;
  private final Answers answers;
  private final Words words;

  DecisionsPageResource(
      Archive archive,
      RuleSets ruleSets,
      Decisions decisions,
      Answers answers,
      @Named("t") Words words) {
    this.archive = archive;
    this.ruleSets = ruleSets;
    this.decisions = decisions;
    this.answers = answers;
    this.words = words;
  }

  @CheckedTemplate(basePath = "decisions")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance decisions(Listing list);

    static native TemplateInstance decision(OneDecision one);

    static native TemplateInstance again(Again again);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance list(@Context UriInfo address) {
    Query query = Query.of(address.getQueryParameters());
    SearchParameters.Wanted wanted = SearchParameters.ofList(query.parameters());
    List<String> versions =
        ruleSets.page(0, MOST_VERSIONS).stream().map(StoredRuleSet::version).toList();
    try {
      return Templates.decisions(
          new Listing(
              query,
              archive.page(
                  wanted.search(), wanted.sorting(), wanted.page().offset(), wanted.page().size()),
              archive.count(wanted.search()),
              wanted.page(),
              versions,
              false));
    } catch (SearchTooSlow tooSlow) {
      return Templates.decisions(new Listing(query, List.of(), 0, wanted.page(), versions, true));
    }
  }

  @GET
  @Path("{decisionId}")
  @Operation(hidden = true)
  public TemplateInstance one(@PathParam("decisionId") String decisionId) {
    OpenedDecision kept = find(decisionId);
    Optional<RuleSet> rules =
        ruleSets
            .find(kept.entry().decided().ruleSet())
            .flatMap(stored -> ruleSets.load(stored, new ArrayList<>()));
    List<Letter> translations = rules.map(own -> translations(kept, own)).orElse(List.of());
    return Templates.decision(
        new OneDecision(
            kept,
            answers.view(kept.answer(), rules, translations, words),
            new FactWords(words).of(kept.facts()),
            rules.isPresent()));
  }

  private static List<Letter> translations(OpenedDecision kept, RuleSet own) {
    return Reconsideration.of(kept, own) instanceof Reconsideration.Taken taken
        ? own.letters(taken.now())
        : List.of();
  }

  @GET
  @Path("{decisionId}/again")
  @Operation(hidden = true)
  public TemplateInstance again(@PathParam("decisionId") String decisionId) {
    OpenedDecision kept = find(decisionId);
    RuleSet active = decisions.activeRules();
    String version = active.id().version();
    return Templates.again(
        Again.of(
            Reconsideration.of(kept, active),
            version,
            version.equals(kept.entry().decided().ruleSet()),
            words));
  }

  private OpenedDecision find(String decisionId) {
    Optional<KeptDecision> found =
        ID.matcher(decisionId).matches()
            ? archive.find(UUID.fromString(decisionId))
            : Optional.empty();
    return found
        .map(OpenedDecision::of)
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.with(
                    "There is no such decision. Look for it among all decisions."));
  }
}
