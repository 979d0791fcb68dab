package io.redress.rules.engine;

import io.redress.domain.decision.RuleSetId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends rules that exceed their limit of processor time, or wait as long. One thread polls all
 * running executions: waiting rules are interrupted, working ones end at the next {@link
 * Checkpoint}.
 *
 * <p>Rules that reach neither, such as those that wait for a lock, are stuck until the process
 * ends.
 */
public final class Watchdog {
  private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

  private static final Set<RuleExecution> RUNNING = ConcurrentHashMap.newKeySet();

  /** Almost always empty, so that checkpoints are cheap. */
  private static final Set<Thread> OVERDUE = ConcurrentHashMap.newKeySet();

  static {
    Thread watchdog = new Thread(Watchdog::watch, "redress-watchdog");
    watchdog.setDaemon(true);
    watchdog.start();
  }

  private Watchdog() {}

  /**
   * Rules that cannot be ended.
   *
   * @param thread the lost thread
   * @param failure the failure to report for them
   */
  public record Stuck(Thread thread, RuleSetId ruleSet, NonTerminatingRulesException failure) {}

  /** Returns all executions of this process that are stuck now. */
  public static List<Stuck> stuck() {
    return RUNNING.stream().filter(RuleExecution::stuck).map(RuleExecution::asStuck).toList();
  }

  /** Watches an execution in this thread until it is closed. */
  static RuleExecution watch(RuleExecution run) {
    RUNNING.add(run);
    return run;
  }

  static void release(RuleExecution run) {
    RUNNING.remove(run);
  }

  /** Rules may swallow an interrupt; checkpoints throw all the same. */
  static void interrupt(Thread thread) {
    OVERDUE.add(thread);
    thread.interrupt();
  }

  /** Clears the interrupt of the current thread, so that later work is not interrupted. */
  static void clearInterrupt() {
    OVERDUE.remove(Thread.currentThread());
    Thread.interrupted();
  }

  static boolean overdue(Thread thread) {
    return !OVERDUE.isEmpty() && OVERDUE.contains(thread);
  }

  private static void watch() {
    while (true) {
      RUNNING.forEach(RuleExecution::interruptIfOverdue);
      try {
        Thread.sleep(POLL_INTERVAL.toMillis());
      } catch (InterruptedException ended) {
        return;
      }
    }
  }
}
