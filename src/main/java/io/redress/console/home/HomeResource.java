package io.redress.console.home;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.console.Visitor;
import io.redress.journal.read.DecisionStatistics;
import io.redress.journal.read.JournalStatistics;
import io.redress.lifecycle.ActiveRules;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.RuleSet;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /}: where everybody begins. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.DECIDE, Role.EDIT, Role.ACTIVATE, Role.AUDIT, Role.ADMIN})
@Blocking
public class HomeResource {
  /** Enough to tell what is used, and read in a moment. */
  private static final int NEWEST = 500;

  private final JournalStatistics statistics;
  private final RuleSets ruleSets;
  private final ActiveRules active;
  private final MeterRegistry metrics;
  private final Visitor visitor;
  private final Clock clock;

  HomeResource(
      JournalStatistics statistics,
      RuleSets ruleSets,
      ActiveRules active,
      MeterRegistry metrics,
      Visitor visitor,
      Clock clock) {
    this.statistics = statistics;
    this.ruleSets = ruleSets;
    this.active = active;
    this.metrics = metrics;
    this.visitor = visitor;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "home")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance home(Optional<InForce> inForce, Optional<Decided> decided);

    static native TemplateInstance usage(TableUsage usage);
  }

  /**
   * The rule set that decides.
   *
   * @param since empty when another one should decide
   */
  record InForce(StoredRuleSet ruleSet, Optional<Activation> since, Attention attention) {}

  /** What was decided. */
  record Decided(Span today, Span month, DayChart days, Optional<Latency> latency) {}

  /** What was decided since the first of a month, or since midnight. */
  record Span(DecisionStatistics figures, List<Bar> bars) {
    static Span of(DecisionStatistics figures) {
      return new Span(
          figures,
          Bar.of(
              figures.byResolution(),
              DecisionStatistics.Count::resolution,
              DecisionStatistics.Count::decisions));
    }
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance home() {
    return Templates.home(
        visitor.seesRules() ? ruleSets.find(RuleSets.ACTIVE).map(this::inForce) : Optional.empty(),
        visitor.may(Role.AUDIT) ? Optional.of(decided()) : Optional.empty());
  }

  private InForce inForce(StoredRuleSet ruleSet) {
    return new InForce(
        ruleSet,
        ruleSets.activations(0, 1).stream()
            .filter(activation -> activation.version().equals(ruleSet.version()))
            .findFirst(),
        Attention.of(ruleSet, active.alarm(), ruleSets.count(Set.of(RuleSetStatus.CANDIDATE))));
  }

  private Decided decided() {
    ZoneId zone = ZoneId.systemDefault();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return new Decided(
        Span.of(since(today, zone)),
        Span.of(since(today.withDayOfMonth(1), zone)),
        DayChart.of(statistics.days(today.minusDays(DayChart.SHOWN - 1L), today, zone)),
        Latency.of(metrics));
  }

  private DecisionStatistics since(LocalDate day, ZoneId zone) {
    return statistics.since(day.atStartOfDay(zone).toInstant());
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
            statistics.newest(version, NEWEST),
            rules.map(RuleSet::rows).orElse(List.of())));
  }
}
