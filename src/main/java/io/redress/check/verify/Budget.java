package io.redress.check.verify;

import java.time.Duration;

/**
 * Limits the time of an analysis, because exact answers can take exponential time.
 *
 * @param deadline by {@link System#nanoTime}
 * @param boxes how many boxes one question may visit, so that a hard one leaves time for others
 */
public record Budget(long deadline, int boxes) {
  private static final int BOXES = 200_000;

  public static Budget of(Duration time) {
    return new Budget(System.nanoTime() + time.toNanos(), BOXES);
  }

  /** Whether the deadline has passed. */
  public boolean spent() {
    return System.nanoTime() - deadline > 0;
  }
}
