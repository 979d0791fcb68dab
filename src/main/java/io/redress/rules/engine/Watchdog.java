package io.redress.rules.engine;

import io.redress.domain.decision.RuleSetId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends rules that run for longer than they may: one thread looks at all that are under way, which
 * costs a decision next to nothing. Those that wait are interrupted, those that work are told so at
 * the next {@link Checkpoint}.
 *
 * <p>Rules that come to neither, such as those that wait for a lock, are stuck: nothing can end
 * them but the end of the process.
 */
public final class Watchdog {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private static final Set<RuleExecution> UNDER_WAY = ConcurrentHashMap.newKeySet();

  /** Almost always empty, so that it costs a checkpoint next to nothing to ask. */
  private static final Set<Thread> OVERDUE = ConcurrentHashMap.newKeySet();

  static {
    Thread watchdog = new Thread(Watchdog::watch, "redress-watchdog");
    watchdog.setDaemon(true);
    watchdog.start();
  }

  private Watchdog() {}

  /**
   * Rules that nothing ends.
   *
   * @param thread which is lost
   * @param failure that nobody has thrown
   */
  public record Stuck(Thread thread, RuleSetId ruleSet, NonTerminatingRulesException failure) {}

  /** All rules that are stuck now, in the whole process. */
  public static List<Stuck> stuck() {
    return UNDER_WAY.stream().filter(RuleExecution::stuck).map(RuleExecution::asStuck).toList();
  }

  /** Watches the rules that this thread is about to run, until they are closed. */
  static RuleExecution watch(RuleExecution run) {
    UNDER_WAY.add(run);
    return run;
  }

  static void release(RuleExecution run) {
    UNDER_WAY.remove(run);
  }

  /** Rules may swallow an interrupt, but this is told at each of their checkpoints. */
  static void interrupt(Thread thread) {
    OVERDUE.add(thread);
    thread.interrupt();
  }

  /** Leaves the own thread as it was: what comes after must not be interrupted. */
  static void forgive() {
    OVERDUE.remove(Thread.currentThread());
    Thread.interrupted();
  }

  static boolean overdue(Thread thread) {
    return !OVERDUE.isEmpty() && OVERDUE.contains(thread);
  }

  private static void watch() {
    while (true) {
      UNDER_WAY.forEach(RuleExecution::look);
      try {
        Thread.sleep(BETWEEN_LOOKS.toMillis());
      } catch (InterruptedException ended) {
        return;
      }
    }
  }
}
