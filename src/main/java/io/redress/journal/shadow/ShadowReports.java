package io.redress.journal.shadow;

import io.redress.insight.impact.ImpactReport;
import io.redress.insight.impact.Reporting;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.Shadow;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what shadows have shown so far. */
@Singleton
public class ShadowReports {
  private final ShadowSums sums;
  private final ShadowComparisons comparisons;
  private final RuleSets ruleSets;

  ShadowReports(ShadowSums sums, ShadowComparisons comparisons, RuleSets ruleSets) {
    this.sums = sums;
    this.comparisons = comparisons;
    this.ruleSets = ruleSets;
  }

  /**
   * The figures against the rule set that is active, and of a shadow that has ended, against the
   * one that was.
   */
  public ShadowFigures of(Shadow shadow) {
    List<ShadowSums.Stored> stored = sums.of(shadow.id());
    String against = against(shadow, stored);
    List<ShadowSums.Stored> found =
        stored.stream().filter(one -> one.against().equals(against)).toList();
    ShadowSum all =
        found.stream().map(ShadowSums.Stored::sum).reduce(ShadowSum.none(), ShadowSum::plus);
    long decided = all.tally().decided();
    return new ShadowFigures(
        against,
        decided,
        all.tally().found() - decided,
        all.dropped(),
        all.newest(),
        found.isEmpty() ? null : found.get(0).updatedAt(),
        report(shadow, against, all));
  }

  private String against(Shadow shadow, List<ShadowSums.Stored> stored) {
    return shadow.running() || stored.isEmpty()
        ? ruleSets.find(RuleSets.ACTIVE).map(active -> active.version()).orElse("")
        : stored.get(0).against();
  }

  private @Nullable ImpactReport report(Shadow shadow, String against, ShadowSum all) {
    return comparisons
        .of(against, shadow.version())
        .map(evaluator -> new Reporting(evaluator, false).of(all.tally()))
        .orElse(null);
  }
}
