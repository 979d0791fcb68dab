package io.redress.journal.shadow;

import io.redress.insight.impact.ImpactReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shadow has shown so far, in all replicas.
 *
 * @param against version of the rule set with which it is compared
 * @param compared number of disputes that both rule sets decided
 * @param failed number of disputes that could not be decided
 * @param dropped number of disputes that were not compared, since others were waiting already
 * @param newestErrors the newest of those that failed, the newest first
 * @param updatedAt when the figures were stored; null before the first
 * @param report null if one of the rule sets cannot be read any more
 */
public record ShadowFigures(
    String against,
    long compared,
    long failed,
    long dropped,
    List<ShadowError> newestErrors,
    @Nullable Instant updatedAt,
    @Nullable ImpactReport report) {
  public ShadowFigures {
    newestErrors = List.copyOf(newestErrors);
  }
}
