package io.redress.http.insight;

import io.redress.http.problem.ProblemType;
import io.redress.http.problem.Rejections;
import io.redress.http.problem.Rejections.Reason;
import io.redress.http.rulesets.RuleSetLookup;
import io.redress.journal.impact.ImpactRun;
import io.redress.journal.impact.ImpactRuns;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.audit.Actor;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Begins, finds and cancels impact runs, for the API and for the pages. */
@Singleton
public class ImpactService {
  private final RuleSetLookup lookup;
  private final ImpactRuns runs;
  private final ImpactRequests requests;
  private final Rejections rejections;
  private final Clock clock;

  ImpactService(
      RuleSetLookup lookup,
      ImpactRuns runs,
      ImpactRequests requests,
      Rejections rejections,
      Clock clock) {
    this.lookup = lookup;
    this.runs = runs;
    this.requests = requests;
    this.rejections = rejections;
    this.clock = clock;
  }

  /**
   * Begins a run.
   *
   * @param body an {@link ImpactRequest} as JSON
   * @throws io.redress.http.problem.RefusedFacts with all problems of the request, by pointers
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 429 when too many runs wait, or too many of
   *     this caller
   */
  public ImpactRun begin(StoredRuleSet candidate, InputStream body, Actor by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return runs.add(
            requests.specification(candidate, Subjects.read(body, ImpactRequest.class), now),
            now,
            by)
        .orElseThrow(
            () ->
                rejections.because(
                    Reason.SEARCHES,
                    "Too many impact runs are waiting or at work, or too many of yours: at most "
                        + ImpactRuns.MAX_OPEN
                        + ", and of one caller at most as many as are free. Retry when one is done,"
                        + " or cancel one."));
  }

  /**
   * Finds a run of a rule set.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when it has none of this ID
   */
  public ImpactRun find(String version, String id) {
    String candidate = lookup.find(version).version();
    return runs.find(id)
        .filter(run -> run.specification().candidate().equals(candidate))
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.with(
                    "There is no such impact run. GET /v1/rulesets/"
                        + candidate
                        + "/impact lists all runs."));
  }

  /** Cancels a run; one that has ended stays as it is. */
  public ImpactRun cancel(String version, String id, Actor by) {
    runs.cancel(find(version, id).id(), clock.instant(), by);
    return find(version, id);
  }
}
