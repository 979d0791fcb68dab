package io.redress.console.home;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.console.Links;
import io.redress.console.Messages;
import io.redress.console.Visitor;
import io.redress.console.answer.TableText;
import io.redress.http.gate.Callers;
import io.redress.http.load.ExpensiveRead;
import io.redress.journal.read.DecisionStatistics;
import io.redress.journal.read.JournalFigures;
import io.redress.journal.read.JournalStatistics;
import io.redress.lifecycle.Activator;
import io.redress.lifecycle.ActiveRules;
import io.redress.lifecycle.FolderNotes;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.Shadows;
import io.redress.lifecycle.TableSheetCache;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.Shadow;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.RuleSet;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
  private final Shadows shadows;
  private final ActiveRules active;
  private final FolderNotes folder;
  private final MeterRegistry metrics;
  private final Desks desks;
  private final Visitor visitor;
  private final TableSheetCache sheets;
  private final Messages messages;
  private final Clock clock;

  HomeResource(
      JournalStatistics statistics,
      RuleSets ruleSets,
      Shadows shadows,
      ActiveRules active,
      FolderNotes folder,
      MeterRegistry metrics,
      Desks desks,
      Visitor visitor,
      TableSheetCache sheets,
      Messages messages,
      Clock clock) {
    this.statistics = statistics;
    this.ruleSets = ruleSets;
    this.shadows = shadows;
    this.active = active;
    this.folder = folder;
    this.metrics = metrics;
    this.desks = desks;
    this.visitor = visitor;
    this.sheets = sheets;
    this.messages = messages;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "home")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance home(Optional<ActiveRuleSet> active, Desk desk);

    static native TemplateInstance figures(Decisions all);
  }

  @CheckedTemplate(basePath = "shell", requireTypeSafeExpressions = false)
  static final class Shell {
    private Shell() {}

    static native TemplateInstance menu();
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
   * @param now when they were read
   * @param zone in which days begin
   */
  record Decisions(
      Span today,
      Span month,
      DayChart days,
      Optional<Latency> latency,
      TableUsage usage,
      Instant now,
      ZoneId zone) {}

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
  public TemplateInstance home(@Context RoutingContext request) {
    return Templates.home(
        visitor.seesRules()
            ? ruleSets
                .find(RuleSets.ACTIVE)
                .map(one -> activeRuleSet(one, Callers.activator(request)))
            : Optional.empty(),
        desks.of(request));
  }

  /** The menu and who is signed in, for pages that do not know. */
  @GET
  @Path("home/menu")
  @Operation(hidden = true)
  public TemplateInstance menu() {
    return Shell.menu();
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

  private ActiveRuleSet activeRuleSet(StoredRuleSet ruleSet, Activator by) {
    return new ActiveRuleSet(
        ruleSet,
        ruleSets.activations(0, 1).stream()
            .filter(activation -> activation.version().equals(ruleSet.version()))
            .findFirst(),
        Attention.of(ruleSet, active.alarm(), ruleSets.ready(by), shadow(), folder.current()));
  }

  private Optional<Attention.Item> shadow() {
    return shadows
        .newest()
        .filter(Shadow::running)
        .map(
            one ->
                Attention.item(
                    Attention.Level.WARN,
                    "shadow.attention",
                    Links.shadow(one.version()),
                    ruleSets.find(one.version()).map(messages::ruleSet).orElse(one.version()),
                    messages.moment(one.startedAt())));
  }

  private Decisions decisions(ZoneId zone) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate firstOfMonth = today.withDayOfMonth(1);
    LocalDate firstOfChart = today.minusDays(DayChart.DAYS - 1L);
    Optional<RuleSet> rules = active.current();
    String version = rules.map(one -> one.id().version()).orElse("");
    JournalFigures figures =
        statistics.read(
            firstOfMonth.isBefore(firstOfChart) ? firstOfMonth : firstOfChart,
            today,
            zone,
            version,
            MAX_USAGE_DECISIONS);
    return new Decisions(
        Span.of(figures.between(today, today)),
        Span.of(figures.between(firstOfMonth, today)),
        DayChart.of(figures.days(firstOfChart, today)),
        Latency.of(metrics),
        TableUsage.of(
            version,
            figures.newest(),
            rules.map(RuleSet::rowsWithOutcomes).orElse(List.of()),
            titles()),
        now,
        zone);
  }

  private Map<String, String> titles() {
    TableText words = new TableText(messages);
    return ruleSets.find(RuleSets.ACTIVE).map(sheets::of).orElse(List.of()).stream()
        .collect(Collectors.toMap(sheet -> sheet.table().name(), words::title));
  }
}
