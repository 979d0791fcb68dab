package io.redress.journal.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cut of the journal: the oldest entries of a chain were deleted.
 *
 * @param through number of the last entry that was deleted
 * @param hash hash of that entry
 * @param by who cut; null if the audit log does not say
 * @param decisions how many entries were deleted; 0 if the audit log does not say
 * @param decidedBefore the instant before which entries were too old; null if unknown
 */
public record Cut(
    String replica,
    long through,
    String hash,
    Instant cutAt,
    @Nullable String by,
    long decisions,
    @Nullable String decidedBefore) {

  /** This cut with what the audit log says about it. */
  public Cut by(@Nullable String who, long deleted, @Nullable String before) {
    return new Cut(replica, through, hash, cutAt, who, deleted, before);
  }

  /** Cuts in order; the parts of one run of retention become one. */
  public static List<Cut> joined(List<Cut> cuts) {
    List<Cut> joined = new ArrayList<>();
    for (Cut cut : cuts) {
      int last = joined.size() - 1;
      if (last >= 0
          && joined.get(last).replica.equals(cut.replica)
          && joined.get(last).cutAt.equals(cut.cutAt)) {
        joined.set(
            last, cut.by(cut.by, joined.get(last).decisions + cut.decisions, cut.decidedBefore));
      } else {
        joined.add(cut);
      }
    }
    return joined;
  }

  /**
   * One line, such as {@code replica-1 through 12000 at 2026-03-01T08:00:00Z by retention: ...}.
   */
  @Override
  public String toString() {
    return replica
        + " through "
        + through
        + " at "
        + cutAt
        + (by == null ? "" : " by " + by)
        + ": "
        + decisions
        + " entries"
        + (decidedBefore == null ? "" : " decided before " + decidedBefore);
  }
}
