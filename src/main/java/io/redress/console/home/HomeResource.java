package io.redress.console.home;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.console.Visitor;
import io.redress.http.load.ExpensiveRead;
import io.redress.journal.read.DecisionStatistics;
import io.redress.journal.read.JournalStatistics;
import io.redress.lifecycle.ActiveRules;
import io.redress.lifecycle.FolderNotes;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.RuleSet;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /}: the home page. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.DECIDE, Role.EDIT, Role.ACTIVATE, Role.AUDIT, Role.ADMIN})
@Blocking
@ExpensiveRead
public class HomeResource {
  /** Enough for usage statistics, and fast to read. */
  private static final int MAX_USAGE_DECISIONS = 500;

  private final JournalStatistics statistics;
  private final RuleSets ruleSets;
  private final ActiveRules active;
  private final FolderNotes folder;
  private final MeterRegistry metrics;
  private final Visitor visitor;
  private final Clock clock;

  HomeResource(
      JournalStatistics statistics,
      RuleSets ruleSets,
      ActiveRules active,
      FolderNotes folder,
      MeterRegistry metrics,
      Visitor visitor,
      Clock clock) {
    this.statistics = statistics;
    this.ruleSets = ruleSets;
    this.active = active;
    this.folder = folder;
    this.metrics = metrics;
    this.visitor = visitor;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "home")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance home(Optional<ActiveRuleSet> active);

    static native TemplateInstance figures(Decisions all);

    static native TemplateInstance usage(TableUsage usage);
  }

  /**
   * The active rule set.
   *
   * @param since its activation; empty if a fallback serves
   */
  record ActiveRuleSet(StoredRuleSet ruleSet, Optional<Activation> since, Attention attention) {}

  /**
   * Statistics of decisions.
   *
   * @param zone in which days begin
   */
  record Decisions(Span today, Span month, DayChart days, Optional<Latency> latency, String zone) {}

  /** Statistics since midnight or the first of the month. */
  record Span(DecisionStatistics statistics, List<Bar> bars) {
    static Span of(DecisionStatistics statistics) {
      return new Span(
          statistics,
          Bar.of(
              statistics.byResolution(),
              DecisionStatistics.Count::resolution,
              DecisionStatistics.Count::decisions));
    }
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance home() {
    return Templates.home(
        visitor.seesRules()
            ? ruleSets.find(RuleSets.ACTIVE).map(this::activeRuleSet)
            : Optional.empty());
  }

  /**
   * The figures, which may take a moment.
   *
   * @param zone the visitor's time zone, such as {@code Europe/Paris}; that of the service if it is
   *     unknown
   */
  @GET
  @Path("home/figures")
  @RolesAllowed(Role.AUDIT)
  @ExpensiveRead
  @Operation(hidden = true)
  public TemplateInstance figures(@QueryParam("zone") @DefaultValue("") String zone) {
    return Templates.figures(decisions(zone(zone)));
  }

  private static ZoneId zone(String wanted) {
    try {
      return ZoneId.of(wanted);
    } catch (DateTimeException unknown) {
      return ZoneId.systemDefault();
    }
  }

  private ActiveRuleSet activeRuleSet(StoredRuleSet ruleSet) {
    return new ActiveRuleSet(
        ruleSet,
        ruleSets.activations(0, 1).stream()
            .filter(activation -> activation.version().equals(ruleSet.version()))
            .findFirst(),
        Attention.of(ruleSet, active.alarm(), ruleSets.ready(), folder.current()));
  }

  private Decisions decisions(ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return new Decisions(
        Span.of(statistics.between(today, today, zone)),
        Span.of(statistics.between(today.withDayOfMonth(1), today, zone)),
        DayChart.of(statistics.days(today.minusDays(DayChart.DAYS - 1L), today, zone)),
        Latency.of(metrics),
        zone.getId());
  }

  @GET
  @Path("home/usage")
  @RolesAllowed(Role.AUDIT)
  @Operation(hidden = true)
  public TemplateInstance usage() {
    Optional<RuleSet> rules = active.current();
    String version = rules.map(one -> one.id().version()).orElse("");
    return Templates.usage(
        TableUsage.of(
            version,
            statistics.newest(version, MAX_USAGE_DECISIONS),
            rules.map(RuleSet::rowsWithOutcomes).orElse(List.of())));
  }
}
