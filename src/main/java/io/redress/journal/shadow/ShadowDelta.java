package io.redress.journal.shadow;

import io.redress.insight.impact.Evaluated;
import io.redress.insight.impact.Evaluated.Undecidable;
import io.redress.insight.impact.Tally;
import io.redress.lifecycle.store.Shadow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** What a replica adds up between two flushes. */
final class ShadowDelta {
  private final Shadow shadow;
  private final String against;
  private final String id = UUID.randomUUID().toString();
  private final Tally tally = new Tally();
  private final Deque<ShadowError> newest = new ArrayDeque<>();
  private long dropped;

  /**
   * @param against version of the rule set with which the shadow is compared
   */
  ShadowDelta(Shadow shadow, String against) {
    this.shadow = shadow;
    this.against = against;
  }

  /** Another one, of the same shadow against the same rule set. */
  ShadowDelta next() {
    return new ShadowDelta(shadow, against);
  }

  Shadow shadow() {
    return shadow;
  }

  String against() {
    return against;
  }

  /** Identifies the flush of this. */
  String id() {
    return id;
  }

  boolean isOf(Shadow other, String base) {
    return shadow.id().equals(other.id()) && against.equals(base);
  }

  void add(WaitingDispute dispute, Evaluated evaluated) {
    tally.add(evaluated.withoutValues());
    if (evaluated instanceof Undecidable failed) {
      if (newest.size() == ShadowSum.MAX_ERRORS) {
        newest.removeLast();
      }
      newest.addFirst(
          new ShadowError(
              dispute.decisionId().toString(),
              dispute.disputeId(),
              dispute.decidedAt(),
              failed.reason()));
    }
  }

  void addDropped(long more) {
    dropped += more;
  }

  boolean isEmpty() {
    return tally.found() == 0 && dropped == 0;
  }

  ShadowSum sum() {
    return new ShadowSum(tally, dropped, List.copyOf(newest));
  }
}
