package io.redress.platform.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether the database answers. While it does not, everybody is told so at once, and one
 * thread tries again and again in the background.
 */
final class CircuitBreaker {
  private static final Logger LOG = Logger.getLogger("io.redress");
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

  private final DatabaseSettings settings;
  private final Try reopening;
  private final AtomicBoolean trying = new AtomicBoolean();
  private volatile @Nullable DatabaseUnavailable reason;
  private volatile boolean closed;

  /**
   * @param reopening succeeds once the database is of use
   */
  CircuitBreaker(DatabaseSettings settings, Try reopening) {
    this.settings = settings;
    this.reopening = reopening;
  }

  /** Why the database is of no use now; null while it is of use. */
  @Nullable DatabaseUnavailable reason() {
    return reason;
  }

  /**
   * @throws DatabaseUnavailable at once while the database is of no use
   */
  void check() {
    DatabaseUnavailable known = reason;
    if (known != null) {
      throw new DatabaseUnavailable(known);
    }
  }

  /** Takes note of a failure, which may be anything that SQL can fail by. */
  void failed(SQLException failure) {
    if (OutageDetector.breaksConnections(failure)) {
      open(failure);
    }
  }

  /** Somebody got no connection: the database may be gone, or just busy. */
  void suspect() {
    tryInBackground();
  }

  /** Takes the database for gone until it answers. */
  void open(Exception failure) {
    down(failure);
    tryInBackground();
  }

  void close() {
    closed = true;
  }

  private synchronized void down(Exception failure) {
    if (reason == null && !closed) {
      DatabaseUnavailable unavailable = new DatabaseUnavailable(settings, failure);
      reason = unavailable;
      LOG.errorf("%s It is tried again twice a second.", unavailable.getMessage());
    }
  }

  private synchronized void up() {
    if (reason != null) {
      reason = null;
      LOG.infof("The database %s answers again.", settings);
    }
  }

  private void tryInBackground() {
    if (!closed && trying.compareAndSet(false, true)) {
      Thread thread = new Thread(this::tryUntilItAnswers, "redress-database");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void tryUntilItAnswers() {
    try {
      while (!closed && !answers()) {
        Thread.sleep(BETWEEN_TRIES.toMillis());
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      trying.set(false);
    }
    if (reason != null) {
      // It failed again after it had answered, and whoever noticed saw this thread still trying.
      tryInBackground();
    }
  }

  private boolean answers() {
    try {
      reopening.now();
      up();
      return true;
    } catch (Exception notYet) {
      down(notYet);
      return false;
    }
  }

  /** A try that fails as it likes. */
  @FunctionalInterface
  interface Try {
    void now() throws Exception;
  }
}
