package io.redress.platform.thread;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps a thread to a share of the processors, by pauses. Priorities do not: on Linux, a thread of
 * low priority gets as much as any other.
 */
public final class ProcessorShare {
  /** Work between two pauses. */
  private static final Duration SLICE = Duration.ofMillis(5);

  private final double processors;
  private final LongSupplier used;
  private final LongSupplier clock;
  private long since;
  private long usedBefore;

  /**
   * @param processors how many of them the thread may use, such as 0.06
   * @param used processor time of the thread so far, in nanoseconds
   * @param clock in nanoseconds
   */
  ProcessorShare(double processors, LongSupplier used, LongSupplier clock) {
    this.processors = processors;
    this.used = used;
    this.clock = clock;
    this.since = clock.getAsLong();
    this.usedBefore = used.getAsLong();
  }

  /**
   * Of the current thread.
   *
   * @param share of all processors, above 0 and at most 1
   */
  public static ProcessorShare ofCurrentThread(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(share + " is no share of the processors: use 0.01 to 1");
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return new ProcessorShare(
        share * Runtime.getRuntime().availableProcessors(),
        threads::getCurrentThreadCpuTime,
        System::nanoTime);
  }

  /** How long the thread has to pause now; it counts as having done so. */
  public Duration due() {
    long worked = used.getAsLong() - usedBefore;
    if (worked < SLICE.toNanos()) {
      return Duration.ZERO;
    }
    long now = clock.getAsLong();
    long pause = Math.max(0, (long) (worked / processors) - (now - since));
    since = now + pause;
    usedBefore += worked;
    return Duration.ofNanos(pause);
  }
}
