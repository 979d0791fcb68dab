package io.redress;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What something costs, on a busy machine as on an idle one. */
public final class CpuTime {
  private CpuTime() {}

  /**
   * @param work done by the thread that calls
   */
  public static Duration of(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    work.run();
    return Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
  }
}
