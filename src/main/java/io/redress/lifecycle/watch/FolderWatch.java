package io.redress.lifecycle.watch;

import io.redress.lifecycle.watch.RuleFolders.Snapshot;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * Notices when files of the folders changed and are whole again.
 *
 * <p>It looks at sizes and times rather than wait to be told: that works on every file system, and
 * tells a file that is still being written from one that is not.
 */
final class FolderWatch {
  /** So long nobody may have touched a file before it is taken for whole. */
  static final Duration SETTLED = Duration.ofMillis(300);

  /** So long one waits for the rest of files that can not be read. */
  static final Duration GIVEN_UP = Duration.ofSeconds(3);

  private final Predicate<Boolean> changed;
  private Snapshot handled;
  private Snapshot seen;
  private long since;
  private boolean tried;

  /**
   * @param handled how the folders looked when all was done about them
   * @param nanoTime now, as {@link System#nanoTime()} tells
   * @param changed takes the folders' files, true once these are final, and says whether that was
   *     all; when not, it is asked again
   */
  FolderWatch(Snapshot handled, long nanoTime, Predicate<Boolean> changed) {
    this.handled = handled;
    this.seen = handled;
    this.since = nanoTime;
    this.changed = changed;
  }

  /**
   * Compares with how the folders looked before.
   *
   * @param nanoTime now, as {@link System#nanoTime()} tells
   */
  void look(Snapshot now, long nanoTime) {
    if (!now.equals(seen)) {
      seen = now;
      since = nanoTime;
      tried = false;
    }
    long age = nanoTime - since;
    boolean whole = !tried && age >= SETTLED.toNanos();
    boolean last = age >= GIVEN_UP.toNanos();
    if (!now.equals(handled) && (whole || last)) {
      tried = true;
      if (changed.test(last)) {
        handled = now;
      }
    }
  }
}
