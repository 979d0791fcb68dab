package io.redress.http.rulesets;

import io.redress.http.load.SharedCapacity;
import io.redress.http.problem.Rejections;
import io.redress.http.problem.Rejections.Reason;
import io.redress.lifecycle.ActivationResult;
import io.redress.lifecycle.Activator;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import jakarta.inject.Singleton;
import java.util.Set;

/** Activates rule sets for people, a few at once. */
@Singleton
public class Activations {
  /** Each waits for earlier ones and occupies a thread that decisions need. */
  private static final int MAX_CONCURRENT = 8;

  private final RuleSets ruleSets;
  private final Rejections rejections;
  private final SharedCapacity permits = new SharedCapacity(MAX_CONCURRENT, 1);

  Activations(RuleSets ruleSets, Rejections rejections) {
    this.ruleSets = ruleSets;
    this.rejections = rejections;
  }

  /**
   * Activates a rule set, as {@link RuleSets#activate} does.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 429 when too many are in progress
   */
  public ActivationResult activate(StoredRuleSet ruleSet, Set<String> expected, Activator by) {
    return permits.during(
        by.actor().name(),
        () -> ruleSets.activate(ruleSet, expected, by),
        () ->
            rejections.because(
                Reason.ACTIVATIONS,
                "Too many activations are in progress. Retry after the time in Retry-After."));
  }
}
