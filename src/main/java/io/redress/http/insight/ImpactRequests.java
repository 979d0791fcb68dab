package io.redress.http.insight;

import io.redress.check.kpi.Kpi;
import io.redress.check.kpi.Kpis;
import io.redress.domain.decision.RuleSetId;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.FactProblem;
import io.redress.journal.impact.ImpactSpecification;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.database.StorableInstants;
import io.redress.platform.phrase.Phrase;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks requests for impact runs, and reports all problems at once. */
@Singleton
class ImpactRequests {
  private static final int MAX_LENGTH = 64;

  private final RuleSets ruleSets;

  ImpactRequests(RuleSets ruleSets) {
    this.ruleSets = ruleSets;
  }

  /**
   * @throws io.redress.http.problem.RefusedFacts with all problems, by their pointers
   */
  ImpactSpecification specification(StoredRuleSet candidate, ImpactRequest sent, Instant now) {
    List<FactProblem> problems = new ArrayList<>();
    Instant from = instant(sent.from(), 0, "/from", problems);
    Instant to = instant(sent.to(), 1, "/to", problems);
    Instant before = to == null || to.isAfter(now) ? now : to;
    if (from != null && problems.isEmpty() && !from.isBefore(before)) {
      problems.add(problem("/from", "request.fromNotBeforeTo"));
    }
    ImpactRequest.Filter filter = sent.filter() == null ? ImpactRequest.Filter.NONE : sent.filter();
    if (filter.resolution() != null
        && Arrays.stream(ActionType.values())
            .noneMatch(type -> type.name().equals(filter.resolution()))) {
      problems.add(problem("/filter/resolution", "request.notResolution"));
    }
    if (filter.disputeId() != null && filter.disputeId().length() > MAX_LENGTH) {
      problems.add(problem("/filter/disputeId", "request.notDisputeId"));
    }
    Optional<String> ruleSet = Optional.ofNullable(filter.ruleSet()).flatMap(RuleSetId::versionIn);
    if (filter.ruleSet() != null && ruleSet.isEmpty()) {
      problems.add(problem("/filter/ruleSet", "request.notVersion"));
    }
    Optional<StoredRuleSet> against =
        version(sent.against() == null ? RuleSets.ACTIVE : sent.against());
    if (against.isEmpty()) {
      problems.add(problem("/against", "request.noSuchVersion"));
    }
    refuseUnknown(sent.kpis(), candidate, problems);
    Subjects.refuse(problems);
    return new ImpactSpecification(
        candidate.version(),
        against.orElseThrow().version(),
        sent.against() == null,
        from,
        before,
        filter.disputeId(),
        filter.resolution(),
        ruleSet.orElse(null),
        filter.country() == null ? null : filter.country().toString(),
        filter.platform(),
        sent.redemptionRate() == null ? BigDecimal.ONE : sent.redemptionRate(),
        sent.kpis());
  }

  private void refuseUnknown(
      List<String> kpis, StoredRuleSet candidate, List<FactProblem> problems) {
    if (kpis.isEmpty()) {
      return;
    }
    List<String> known =
        Kpis.chosen(ruleSets.contents(candidate).rules(), List.of()).stream()
            .map(Kpi::name)
            .toList();
    for (int i = 0; i < kpis.size(); i++) {
      if (!known.contains(kpis.get(i))) {
        problems.add(
            new FactProblem(
                FactProblem.Kind.MALFORMED,
                "/kpis/" + i,
                known.isEmpty()
                    ? Phrase.of("request.noKpis")
                    : Phrase.of("request.notKpi", String.join(", ", known))));
      }
    }
  }

  private Optional<StoredRuleSet> version(String sent) {
    return Optional.of(sent.toLowerCase(Locale.ROOT))
        .filter(name -> name.equals(RuleSets.ACTIVE) || RuleSetId.isVersion(name))
        .flatMap(ruleSets::find);
  }

  /**
   * @param days added to a day, before its start is taken
   */
  private static @Nullable Instant instant(
      @Nullable String text, int days, String pointer, List<FactProblem> problems) {
    if (text == null) {
      return null;
    }
    try {
      Instant instant =
          text.indexOf('T') < 0
              ? LocalDate.parse(text).plusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC)
              : OffsetDateTime.parse(text).toInstant();
      if (StorableInstants.contain(instant)) {
        return instant;
      }
    } catch (DateTimeException malformed) {
      // reported below
    }
    problems.add(problem(pointer, "request.notInstant"));
    return null;
  }

  private static FactProblem problem(String pointer, String key) {
    return new FactProblem(FactProblem.Kind.MALFORMED, pointer, Phrase.of(key));
  }
}
