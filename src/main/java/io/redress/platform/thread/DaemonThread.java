package io.redress.platform.thread;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Threads for work behind the requests, which do not keep the program from ending. */
public final class DaemonThread {
  private DaemonThread() {}

  /**
   * A thread of its own for some work, once or again and again. A task that throws is not scheduled
   * again.
   *
   * @param work such as {@code retention}; the thread is named {@code redress-retention}
   */
  public static ScheduledExecutorService of(String work) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, "redress-" + work);
          thread.setDaemon(true);
          return thread;
        });
  }
}
