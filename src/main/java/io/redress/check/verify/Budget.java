package io.redress.check.verify;

import java.time.Duration;

/**
 * How long a verification may take: for some tables, exact answers take longer than anybody waits.
 *
 * @param deadline by {@link System#nanoTime}
 * @param boxes how many a single question may look at, so that a hard one leaves time for others
 */
public record Budget(long deadline, int boxes) {
  private static final int BOXES = 200_000;

  public static Budget of(Duration time) {
    return new Budget(System.nanoTime() + time.toNanos(), BOXES);
  }

  /** Whether there is no time left. */
  public boolean spent() {
    return System.nanoTime() - deadline > 0;
  }
}
