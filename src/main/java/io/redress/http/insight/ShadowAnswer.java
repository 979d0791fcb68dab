package io.redress.http.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.insight.impact.ImpactReport;
import io.redress.journal.shadow.ShadowError;
import io.redress.journal.shadow.ShadowFigures;
import io.redress.lifecycle.store.Shadow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A shadow, and what it has shown so far.
 *
 * @param version of the candidate
 * @param endReason why it ended; absent while it is at work
 * @param against version of the rule set with which it is compared
 * @param compared number of decisions that were compared
 * @param failed number of decisions that could not be compared, since rules failed
 * @param dropped number of decisions that were not compared, since too many were waiting
 * @param updatedAt when the figures were stored; absent before the first
 * @param newestErrors the newest of those that failed; for the role audit
 * @param report for the role audit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShadowAnswer(
    String id,
    Status status,
    String version,
    Instant startedAt,
    String startedBy,
    @Nullable Instant endedAt,
    @Nullable String endedBy,
    Shadow.@Nullable Reason endReason,
    String against,
    long compared,
    long failed,
    long dropped,
    @Nullable Instant updatedAt,
    @Nullable List<ShadowError> newestErrors,
    @Nullable ImpactReport report) {

  /** Whether a shadow is at work. */
  public enum Status {
    RUNNING,
    ENDED
  }

  /**
   * @param audit whether the caller may see what was decided
   */
  static ShadowAnswer of(Shadow shadow, ShadowFigures figures, boolean audit) {
    Optional<Shadow.End> end = Optional.ofNullable(shadow.end());
    return new ShadowAnswer(
        shadow.id(),
        shadow.running() ? Status.RUNNING : Status.ENDED,
        shadow.version(),
        shadow.startedAt(),
        shadow.startedBy(),
        end.map(Shadow.End::at).orElse(null),
        end.map(Shadow.End::by).orElse(null),
        end.map(Shadow.End::reason).orElse(null),
        figures.against(),
        figures.compared(),
        figures.failed(),
        figures.dropped(),
        figures.updatedAt(),
        audit ? figures.newestErrors() : null,
        audit ? figures.report() : null);
  }
}
