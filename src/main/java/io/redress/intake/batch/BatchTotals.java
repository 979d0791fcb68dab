package io.redress.intake.batch;

/** How many disputes of a batch were decided, and how many rejected. */
public record BatchTotals(long decided, long rejected) {
  BatchTotals plus(boolean wasDecided) {
    return wasDecided
        ? new BatchTotals(decided + 1, rejected)
        : new BatchTotals(decided, rejected + 1);
  }

  public long disputes() {
    return decided + rejected;
  }
}
