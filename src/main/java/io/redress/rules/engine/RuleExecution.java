package io.redress.rules.engine;

import io.redress.domain.decision.RuleSetId;
import java.time.Duration;
import java.util.Objects;

/** Rules at work on one dispute, in the thread that made this, until it is closed. */
final class RuleExecution implements AutoCloseable {
  /** What interrupts have not ended by then will not end. */
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

  /** Interrupts again at each look: a rule may have swallowed the last one. */
  synchronized void look() {
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

  /** What to throw for something that the rules have thrown. */
  synchronized RuntimeException failure(Throwable thrown) {
    if (overdue) {
      return because(thrown, tooLong());
    }
    if (thrown instanceof StackOverflowError) {
      return endless("calls itself without an end");
    }
    if (thrown instanceof OutOfMemoryError) {
      return because(thrown, endless("needs more memory than there is"));
    }
    return thrown instanceof RuntimeException ordinary
        ? ordinary
        : new IllegalStateException("the rules broke down: " + thrown, thrown);
  }

  NonTerminatingRulesException endless(String what) {
    return new NonTerminatingRulesException(
        ruleSet,
        Objects.requireNonNullElse(draft.assessment().dispute().disputeId(), "without an id"),
        draft.lastFired(),
        what);
  }

  private NonTerminatingRulesException tooLong() {
    return endless("has not ended after " + limit.toMillis() + " ms");
  }

  private static NonTerminatingRulesException because(
      Throwable thrown, NonTerminatingRulesException failure) {
    // Not as the cause: it says nothing that a reader of the failure should see first.
    failure.addSuppressed(thrown);
    return failure;
  }

  @Override
  public synchronized void close() {
    ended = true;
    Watchdog.release(this);
    if (overdue) {
      Watchdog.forgive();
    }
  }
}
