package io.redress.rules.engine;

import io.redress.domain.decision.RuleSetId;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An execution of rules on one dispute, in the thread that created it, until it is closed.
 *
 * <p>Its limit is of processor time, so that no rule counts as endless because others take the
 * processor, or of time by the clock for rules that wait instead of working. What does neither that
 * can be seen, such as reading from a network, is ended after several times as long.
 */
final class RuleExecution implements AutoCloseable {
  /** Rules that interrupts have not ended after this time are stuck. */
  private static final Duration GRACE = Duration.ofMillis(500);

  /** So many times the limit may pass by the clock. */
  private static final int MAX_LIMITS = 5;

  private static final Set<Thread.State> WAITING =
      EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Thread thread = Thread.currentThread();
  private final Draft draft;
  private final RuleSetId ruleSet;
  private final Duration limit;
  private final long start = System.nanoTime();
  private long processorTimeBefore = -1;
  private boolean waiting;

  /** What it has exceeded; null if nothing so far. */
  private volatile @Nullable Duration exceeded;

  private volatile long overdueSince;
  private boolean ended;

  RuleExecution(Draft draft, RuleSetId ruleSet, Duration limit) {
    this.draft = draft;
    this.ruleSet = ruleSet;
    this.limit = limit;
  }

  /** Interrupts again at each poll, since a rule may have swallowed the last interrupt. */
  synchronized void interruptIfOverdue() {
    if (ended) {
      return;
    }
    if (exceeded == null) {
      exceeded = exceeded();
      overdueSince = System.nanoTime();
    }
    if (exceeded != null) {
      Watchdog.interrupt(thread);
    }
  }

  private @Nullable Duration exceeded() {
    if (processorTimeBefore < 0) {
      processorTimeBefore = processorTime();
    }
    long passed = System.nanoTime() - start;
    if (passed <= limit.toNanos()) {
      return null;
    }
    boolean waitedBefore = waiting;
    waiting = WAITING.contains(thread.getState());
    if (waiting && waitedBefore || processorTime() - processorTimeBefore > limit.toNanos()) {
      return limit;
    }
    Duration longest = limit.multipliedBy(MAX_LIMITS);
    return passed > longest.toNanos() ? longest : null;
  }

  /** Of the thread so far, in nanoseconds; the time by the clock where the JVM does not know it. */
  private long processorTime() {
    long time = THREADS.isThreadCpuTimeSupported() ? THREADS.getThreadCpuTime(thread.getId()) : -1;
    return time < 0 ? System.nanoTime() - start : time;
  }

  boolean stuck() {
    return exceeded != null && System.nanoTime() - overdueSince > GRACE.toNanos();
  }

  Watchdog.Stuck asStuck() {
    return new Watchdog.Stuck(thread, ruleSet, tooLong(Objects.requireNonNull(exceeded)));
  }

  /** Returns the exception to throw for what the rules threw. */
  synchronized RuntimeException failure(Throwable thrown) {
    Duration time = exceeded;
    if (time != null) {
      return withSuppressed(thrown, tooLong(time));
    }
    if (thrown instanceof StackOverflowError) {
      return nonTerminating("calls itself without end");
    }
    if (thrown instanceof OutOfMemoryError) {
      return withSuppressed(thrown, nonTerminating("needs more memory than available"));
    }
    return thrown instanceof RuntimeException ordinary
        ? ordinary
        : new IllegalStateException("the rules broke down: " + thrown, thrown);
  }

  NonTerminatingRulesException nonTerminating(String what) {
    return new NonTerminatingRulesException(
        ruleSet,
        Objects.requireNonNullElse(draft.assessment().dispute().disputeId(), "without an id"),
        draft.lastFired(),
        what);
  }

  private NonTerminatingRulesException tooLong(Duration time) {
    return nonTerminating("has not ended after " + time.toMillis() + " ms");
  }

  private static NonTerminatingRulesException withSuppressed(
      Throwable thrown, NonTerminatingRulesException failure) {
    // Suppressed instead of cause: it would distract from the failure itself.
    failure.addSuppressed(thrown);
    return failure;
  }

  @Override
  public synchronized void close() {
    ended = true;
    Watchdog.release(this);
    if (exceeded != null) {
      Watchdog.clearInterrupt();
    }
  }
}
