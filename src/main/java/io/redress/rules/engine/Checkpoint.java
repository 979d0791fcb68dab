package io.redress.rules.engine;

/** What compiled rules pass again and again, so that they can be ended; they call it by name. */
public final class Checkpoint {
  private Checkpoint() {}

  /** An error, so that a rule that catches exceptions does not catch it. */
  static final class TimeLimitExceeded extends Error {
    private static final long serialVersionUID = 1;

    TimeLimitExceeded() {
      super("the time is over");
    }
  }

  /** Does nothing, unless the rules that run in this thread have to end. */
  public static void pass() {
    if (Watchdog.overdue(Thread.currentThread())) {
      throw new TimeLimitExceeded();
    }
  }
}
