package io.redress.journal.impact;

import io.redress.insight.impact.ImpactReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run, as far as it has come.
 *
 * @param total number of decisions to be decided again; 0 before it has begun
 * @param found how many of them are done
 * @param checkpoint what was added up so far, as JSON
 * @param report the result, as JSON
 * @param failure why it failed, in English
 * @param cause the same for any language; null for runs that failed before it was stored
 */
public record ImpactRun(
    String id,
    long number,
    ImpactSpecification specification,
    Status status,
    Instant createdAt,
    String createdBy,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    long total,
    long found,
    @Nullable String checkpoint,
    @Nullable String report,
    @Nullable String failure,
    @Nullable ImpactFailure cause) {

  /** How far a run is. */
  public enum Status {
    /** It waits for others. */
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** Whether the run waits or is at work. */
    public boolean open() {
      return this == QUEUED || this == RUNNING;
    }
  }

  /** The result; empty before the run is done. */
  public Optional<ImpactReport> result() {
    return Optional.ofNullable(report).map(json -> ImpactRuns.read(json, ImpactReport.class));
  }

  /** The share that is done, 0 to 1. */
  public double progress() {
    if (status == Status.DONE) {
      return 1;
    }
    return total == 0 ? 0 : Math.min(1, (double) found / total);
  }

  /** The time that is left at the pace so far; null if that is not known yet. */
  public @Nullable Duration left(Instant now) {
    if (status != Status.RUNNING || startedAt == null || found == 0) {
      return null;
    }
    long taken = Duration.between(startedAt, now).toMillis();
    return Duration.ofMillis(Math.max(0, taken * Math.max(0, total - found) / found));
  }
}
