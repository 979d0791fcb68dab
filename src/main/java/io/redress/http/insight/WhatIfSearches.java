package io.redress.http.insight;

import io.redress.domain.dispute.Dispute;
import io.redress.http.decide.DecisionService;
import io.redress.http.gate.Callers;
import io.redress.http.load.SharedCapacity;
import io.redress.http.problem.Rejections;
import io.redress.http.problem.Rejections.Reason;
import io.redress.insight.whatif.Goal;
import io.redress.insight.whatif.WhatIf;
import io.redress.insight.whatif.WhatIfAnswer;
import io.redress.rules.ruleset.RuleSet;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Searches for what would change a decision: a few at once, as each takes thousands of decisions,
 * and half of them for one caller.
 */
@Singleton
public class WhatIfSearches {
  private static final int MAX_CONCURRENT = 4;
  private static final Duration TIME = Duration.ofSeconds(4);

  private final DecisionService decisions;
  private final Rejections rejections;
  private final SharedCapacity running = new SharedCapacity(MAX_CONCURRENT, 1);

  WhatIfSearches(DecisionService decisions, Rejections rejections) {
    this.decisions = decisions;
    this.rejections = rejections;
  }

  /**
   * @param dispute with its id and {@code asOf}
   * @param goal null to ask only what the decision hangs on
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 429 when too many searches run, or too many
   *     of this caller
   */
  public WhatIfAnswer ask(
      RuleSet rules, Dispute dispute, @Nullable Goal goal, Locale locale, RoutingContext request) {
    return running.during(
        Callers.name(request),
        () -> decisions.watching(request, () -> WhatIf.ask(rules, dispute, goal, locale, TIME)),
        () ->
            rejections.because(
                Reason.SEARCHES,
                "Too many searches are running, or too many of yours. Retry after the time in"
                    + " Retry-After."));
  }
}
