package io.redress.platform.thread;

import org.jspecify.annotations.Nullable;

/**
 * Ends the process when memory ran out. Threads that died of it and libraries that were interrupted
 * by it cannot be trusted to go on, and what was acknowledged survives an end at any time.
 */
public final class OutOfMemory {
  /** As Java's option {@code -XX:+ExitOnOutOfMemoryError} has it. */
  public static final int EXIT_CODE = 3;

  private OutOfMemory() {}

  /** Ends the process at once, without a shutdown, if this is why something failed. */
  public static void endIf(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        Runtime.getRuntime().halt(EXIT_CODE);
      }
    }
  }
}
