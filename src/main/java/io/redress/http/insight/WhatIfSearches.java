package io.redress.http.insight;

import io.redress.domain.dispute.Dispute;
import io.redress.http.decide.DecisionService;
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
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Searches for what would change a decision: a few at once, as each takes thousands of decisions.
 */
@Singleton
public class WhatIfSearches {
  private static final int MAX_CONCURRENT = 2;
  private static final Duration TIME = Duration.ofSeconds(4);

  private final DecisionService decisions;
  private final Rejections rejections;
  private final Semaphore permits = new Semaphore(MAX_CONCURRENT);

  WhatIfSearches(DecisionService decisions, Rejections rejections) {
    this.decisions = decisions;
    this.rejections = rejections;
  }

  /**
   * @param dispute with its id and {@code asOf}
   * @param goal null to ask only what the decision hangs on
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 429 when too many searches run
   */
  public WhatIfAnswer ask(
      RuleSet rules, Dispute dispute, @Nullable Goal goal, Locale locale, RoutingContext request) {
    if (!permits.tryAcquire()) {
      throw rejections.because(
          Reason.SEARCHES, "Too many searches are running. Retry after the time in Retry-After.");
    }
    try {
      return decisions.watching(request, () -> WhatIf.ask(rules, dispute, goal, locale, TIME));
    } finally {
      permits.release();
    }
  }
}
