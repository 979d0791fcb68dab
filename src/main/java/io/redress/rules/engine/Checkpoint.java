package io.redress.rules.engine;

/**
 * Called by compiled rules at each method and loop, so that they can be stopped. Bytecode refers to
 * it by name.
 */
public final class Checkpoint {
  private Checkpoint() {}

  /** An error instead of an exception, so that rules which catch exceptions do not catch it. */
  static final class TimeLimitExceeded extends Error {
    private static final long serialVersionUID = 1;

    TimeLimitExceeded() {
      super("time limit exceeded");
    }
  }

  /** Throws when the rules in this thread have exceeded their time limit. */
  public static void pass() {
    if (Watchdog.overdue(Thread.currentThread())) {
      throw new TimeLimitExceeded();
    }
  }
}
