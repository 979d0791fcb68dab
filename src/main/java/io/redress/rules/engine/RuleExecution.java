package io.redress.rules.engine;

import io.redress.domain.decision.RuleSetId;
import java.time.Duration;
import java.util.Objects;

/** An execution of rules on one dispute, in the thread that created it, until it is closed. */
final class RuleExecution implements AutoCloseable {
  /** Rules that interrupts have not ended after this time are stuck. */
  private static final Duration GRACE = Duration.ofMillis(500);

  private final Thread thread = Thread.currentThread();
  private final Draft draft;
  private final RuleSetId ruleSet;
  private final Duration limit;
  private final long deadline;
  private boolean overdue;
  private boolean ended;

  RuleExecution(Draft draft, RuleSetId ruleSet, Duration limit) {
    this.draft = draft;
    this.ruleSet = ruleSet;
    this.limit = limit;
    this.deadline = System.nanoTime() + limit.toNanos();
  }

  /** Interrupts again at each poll, since a rule may have swallowed the last interrupt. */
  synchronized void interruptIfOverdue() {
    if (!ended && System.nanoTime() - deadline > 0) {
      overdue = true;
      Watchdog.interrupt(thread);
    }
  }

  boolean stuck() {
    return System.nanoTime() - deadline > GRACE.toNanos();
  }

  Watchdog.Stuck asStuck() {
    return new Watchdog.Stuck(thread, ruleSet, tooLong());
  }

  /** Returns the exception to throw for what the rules threw. */
  synchronized RuntimeException failure(Throwable thrown) {
    if (overdue) {
      return withSuppressed(thrown, tooLong());
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

  private NonTerminatingRulesException tooLong() {
    return nonTerminating("has not ended after " + limit.toMillis() + " ms");
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
    if (overdue) {
      Watchdog.clearInterrupt();
    }
  }
}
