package io.redress.console.decisions;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.console.ListQuery;
import io.redress.console.Messages;
import io.redress.console.answer.AnswerText;
import io.redress.console.answer.AnswerViews;
import io.redress.console.answer.FactText;
import io.redress.domain.decision.DecisionId;
import io.redress.domain.decision.Letter;
import io.redress.http.decide.DecisionService;
import io.redress.http.decisions.CustomNames;
import io.redress.http.decisions.OutcomeReports;
import io.redress.http.decisions.SearchParameters;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.problem.Page;
import io.redress.http.problem.ProblemType;
import io.redress.journal.outcome.ReportedOutcome;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.OpenedDecision;
import io.redress.journal.read.SearchTooSlow;
import io.redress.journal.redecide.Redecision;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.table.OwnTerms;
import io.redress.security.access.Role;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /decisions}: search, one decision, and its re-decision. */
@Path("/decisions")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.AUDIT)
@Blocking
@ExpensiveRead
public class DecisionsPageResource {
  private static final int MAX_VERSIONS = 100;
  private final JournalSearch journal;
  private final CustomNames custom;
  private final RuleSets ruleSets;
  private final DecisionService decisions;
  private final OutcomeReports reports;
  private final AnswerViews answers;
  private final Messages messages;

  DecisionsPageResource(
      JournalSearch journal,
      CustomNames custom,
      RuleSets ruleSets,
      DecisionService decisions,
      OutcomeReports reports,
      AnswerViews answers,
      @Named("t") Messages messages) {
    this.journal = journal;
    this.custom = custom;
    this.ruleSets = ruleSets;
    this.decisions = decisions;
    this.reports = reports;
    this.answers = answers;
    this.messages = messages;
  }

  @CheckedTemplate(basePath = "decisions")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance decisions(DecisionListView list);

    static native TemplateInstance decision(DecisionView decision);

    static native TemplateInstance redecision(RedecisionView redecision);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance list(@Context UriInfo address) {
    ListQuery query = ListQuery.of("/decisions", address.getQueryParameters());
    SearchParameters.Wanted wanted = SearchParameters.ofList(query.parameters(), custom);
    List<String> versions =
        ruleSets.page(0, MAX_VERSIONS).stream().map(StoredRuleSet::version).toList();
    try {
      long total = journal.count(wanted.search());
      Page page = page(query, wanted, total);
      return Templates.decisions(
          new DecisionListView(
              query,
              journal.page(wanted.search(), wanted.sorting(), page.offset(), page.size()),
              total,
              page,
              versions,
              own(query),
              false));
    } catch (SearchTooSlow tooSlow) {
      return Templates.decisions(
          new DecisionListView(query, List.of(), 0, wanted.page(), versions, List.of(), true));
    }
  }

  /** The page that is asked for, or that of the day. */
  private Page page(ListQuery query, SearchParameters.Wanted wanted, long total) {
    if (query.day().isEmpty()) {
      return wanted.page();
    }
    boolean newestFirst = DecisionListView.newestFirst(query);
    LocalDate end = query.day().get().plusDays(newestFirst ? 1 : 0);
    long earlier =
        journal.count(wanted.search().before(end.atStartOfDay(ZoneId.systemDefault()).toInstant()));
    return wanted.page().holding(newestFirst ? total - earlier : earlier, total);
  }

  private List<DecisionListView.OwnFilter> own(ListQuery query) {
    OwnTerms declared = custom.declared();
    Locale reader = Locale.forLanguageTag(messages.language());
    return custom.all().stream()
        .map(
            parameter -> {
              String name = parameter.substring(OwnTerms.PREFIX.length());
              String label = declared.named(name).map(own -> own.label(reader)).orElse(name);
              return new DecisionListView.OwnFilter(parameter, label, query.value(parameter));
            })
        .toList();
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
        new DecisionView(
            kept,
            answers.view(kept.answer(), rules, translations, messages, decisionId),
            new FactText(messages, rules).of(kept.facts()),
            rules.isPresent(),
            outcomes(kept.entry().decided().decisionId())));
  }

  private List<DecisionView.Reported> outcomes(UUID decision) {
    List<DecisionView.Reported> latestFirst = new ArrayList<>();
    for (ReportedOutcome one : reports.of(decision)) {
      ReportedOutcome.Cost cost = one.cost();
      latestFirst.add(
          0,
          new DecisionView.Reported(
              messages.choice("decisions.outcome", one.outcome()),
              cost == null ? "" : messages.money(cost.amount(), cost.currency().getCurrencyCode()),
              one.reportedAt(),
              one.reportedBy()));
    }
    return latestFirst;
  }

  private static List<Letter> translations(OpenedDecision kept, RuleSet own) {
    return Redecision.of(kept, own) instanceof Redecision.Taken taken
        ? own.letters(taken.now())
        : List.of();
  }

  @GET
  @Path("{decisionId}/again")
  @Operation(hidden = true)
  public TemplateInstance redecision(@PathParam("decisionId") String decisionId) {
    OpenedDecision kept = find(decisionId);
    RuleSet active = decisions.activeRules();
    String version = active.id().version();
    return Templates.redecision(
        RedecisionView.of(
            Redecision.of(kept, active),
            version,
            version.equals(kept.entry().decided().ruleSet()),
            new AnswerText(messages, Optional.of(active)),
            messages));
  }

  private OpenedDecision find(String decisionId) {
    return DecisionId.parse(decisionId)
        .flatMap(journal::find)
        .map(OpenedDecision::of)
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.with(
                    "There is no such decision. See the list of decisions."));
  }
}
