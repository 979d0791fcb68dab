package io.redress.http.insight;

import io.redress.domain.decision.RuleSetId;
import io.redress.domain.dispute.FactProblem;
import io.redress.http.problem.ProblemType;
import io.redress.insight.impact.ImpactReport;
import io.redress.journal.impact.ImpactLetters;
import io.redress.journal.shadow.ShadowFigures;
import io.redress.journal.shadow.ShadowReports;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.Shadows;
import io.redress.lifecycle.store.Shadow;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.phrase.Phrase;
import io.redress.security.audit.Actor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Starts, stops and reads shadows, for the API and for the pages. */
@Singleton
public class ShadowService {
  private final Shadows shadows;
  private final ShadowReports reports;
  private final ImpactLetters letters;
  private final RuleSets ruleSets;

  ShadowService(Shadows shadows, ShadowReports reports, ImpactLetters letters, RuleSets ruleSets) {
    this.shadows = shadows;
    this.reports = reports;
    this.letters = letters;
    this.ruleSets = ruleSets;
  }

  /**
   * Finds the rule set that a request names.
   *
   * @throws io.redress.http.problem.RefusedFacts when there is none
   */
  StoredRuleSet candidate(ShadowRequest wanted) {
    Optional<StoredRuleSet> found =
        Optional.of(String.valueOf(wanted.version()).toLowerCase(Locale.ROOT))
            .filter(RuleSetId::isVersion)
            .flatMap(ruleSets::find);
    if (found.isEmpty()) {
      Subjects.refuse(
          List.of(
              new FactProblem(
                  FactProblem.Kind.MALFORMED, "/version", Phrase.of("request.noSuchCandidate"))));
    }
    return found.orElseThrow();
  }

  private static RuntimeException none() {
    return ProblemType.NOT_FOUND.with("No shadow is at work. Start one with PUT /v1/shadow.");
  }

  /** Why a rule set cannot be a shadow; empty if it can. */
  public List<Phrase> objections(StoredRuleSet candidate) {
    return shadows.objections(candidate);
  }

  /** The shadow that is at work. */
  public Optional<Shadow> running() {
    return shadows.newest().filter(Shadow::running);
  }

  /**
   * Starts a shadow.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when the rule set cannot be one
   */
  public Shadow start(StoredRuleSet candidate, Actor by) {
    Shadows.Result result = shadows.start(candidate, by);
    if (result instanceof Shadows.Result.Refused refused) {
      List<String> reasons = refused.reasons().stream().map(Phrase::toString).toList();
      throw ProblemType.NOT_A_CANDIDATE.with(String.join(" ", reasons), "reasons", reasons);
    }
    return ((Shadows.Result.Started) result).shadow();
  }

  /**
   * Stops the shadow that is at work.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is none
   */
  public Shadow stop(Actor by) {
    return shadows.stop(by).orElseThrow(ShadowService::none);
  }

  /**
   * The newest shadow, at work or ended.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there never was one
   */
  Shadow newest() {
    return shadows.newest().orElseThrow(ShadowService::none);
  }

  /** The newest shadow of a rule set, at work or ended. */
  public Optional<Shadow> newest(StoredRuleSet candidate) {
    return shadows.newest(candidate);
  }

  public ShadowFigures figures(Shadow shadow) {
    return reports.of(shadow);
  }

  /** The figures, with the letters of the largest changes. */
  public ShadowFigures withLetters(Shadow shadow) {
    ShadowFigures figures = reports.of(shadow);
    ImpactReport report = figures.report();
    return report == null
        ? figures
        : new ShadowFigures(
            figures.against(),
            figures.compared(),
            figures.failed(),
            figures.dropped(),
            figures.newestErrors(),
            figures.updatedAt(),
            letters.added(figures.against(), shadow.version(), false, report));
  }
}
