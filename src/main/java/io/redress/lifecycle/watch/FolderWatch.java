package io.redress.lifecycle.watch;

import io.redress.lifecycle.watch.RuleFolders.Snapshot;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * Detects changes in the folders, and waits until the files are complete.
 *
 * <p>It polls sizes and times instead of listening for file system events: that works on every file
 * system, and shows whether a file is still being written.
 */
final class FolderWatch {
  /** Files count as complete when nothing has changed for this time. */
  static final Duration SETTLE_TIME = Duration.ofMillis(300);

  /** The same where the change itself looks incomplete. */
  static final Duration LONG_SETTLE_TIME = Duration.ofSeconds(1);

  /** Unreadable files are rejected when nothing has changed for this time. */
  static final Duration GIVE_UP_AFTER = Duration.ofSeconds(3);

  private final Predicate<Boolean> changed;
  private Snapshot handled;
  private Snapshot seen;
  private long since;
  private boolean attempted;

  /**
   * @param handled the snapshot that was proposed last
   * @param nanoTime the current {@link System#nanoTime()}
   * @param changed called on changes, with true if it is the last attempt; returns whether the
   *     change is handled, otherwise it is called again
   */
  FolderWatch(Snapshot handled, long nanoTime, Predicate<Boolean> changed) {
    this.handled = handled;
    this.seen = handled;
    this.since = nanoTime;
    this.changed = changed;
  }

  /**
   * Compares the folders with the snapshot before.
   *
   * @param nanoTime the current {@link System#nanoTime()}
   */
  void poll(Snapshot now, long nanoTime) {
    if (!now.equals(seen)) {
      seen = now;
      since = nanoTime;
      attempted = false;
    }
    long age = nanoTime - since;
    Duration settle = now.seemsIncompleteAfter(handled) ? LONG_SETTLE_TIME : SETTLE_TIME;
    boolean settled = !attempted && age >= settle.toNanos();
    boolean last = age >= GIVE_UP_AFTER.toNanos();
    if (!now.equals(handled) && (settled || last)) {
      attempted = true;
      if (changed.test(last)) {
        handled = now;
      }
    }
  }
}
