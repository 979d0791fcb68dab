package io.redress.platform.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether the database answers. While it does not, calls fail at once, and one background
 * thread probes it until it answers.
 */
final class CircuitBreaker {
  private static final Logger LOG = Logger.getLogger("io.redress");
  private static final Duration PROBE_INTERVAL = Duration.ofMillis(500);

  private final DatabaseSettings settings;
  private final Probe probe;
  private final AtomicBoolean probing = new AtomicBoolean();
  private volatile @Nullable DatabaseUnavailable outage;
  private volatile boolean closed;

  /**
   * @param probe succeeds once the database can be used
   */
  CircuitBreaker(DatabaseSettings settings, Probe probe) {
    this.settings = settings;
    this.probe = probe;
  }

  /** Returns why the database cannot be used; null while it can. */
  @Nullable DatabaseUnavailable outage() {
    return outage;
  }

  /**
   * @throws DatabaseUnavailable at once while the database does not answer
   */
  void check() {
    DatabaseUnavailable current = outage;
    if (current != null) {
      throw new DatabaseUnavailable(current);
    }
  }

  /** Records a failure; opens the breaker when it is an outage. */
  void record(SQLException failure) {
    if (OutageDetector.breaksConnections(failure)) {
      open(failure);
    }
  }

  /** Probes the database because a connection could not be had: it may be gone, or just busy. */
  void probeSoon() {
    probeInBackground();
  }

  /** Treats the database as gone until a probe succeeds. */
  void open(Exception failure) {
    down(failure);
    probeInBackground();
  }

  void close() {
    closed = true;
  }

  private synchronized void down(Exception failure) {
    if (outage == null && !closed) {
      DatabaseUnavailable unavailable = new DatabaseUnavailable(settings, failure);
      outage = unavailable;
      LOG.errorf("%s Retrying twice a second.", unavailable.getMessage());
    }
  }

  private synchronized void up() {
    if (outage != null) {
      outage = null;
      LOG.infof("The database %s answers again.", settings);
    }
  }

  private void probeInBackground() {
    if (!closed && probing.compareAndSet(false, true)) {
      Thread thread = new Thread(this::probeUntilItAnswers, "redress-database");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void probeUntilItAnswers() {
    try {
      while (!closed && !answers()) {
        Thread.sleep(PROBE_INTERVAL.toMillis());
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      probing.set(false);
    }
    if (outage != null) {
      // It failed again after a successful probe, while this thread still counted as probing.
      probeInBackground();
    }
  }

  private boolean answers() {
    try {
      probe.run();
      up();
      return true;
    } catch (Exception notYet) {
      down(notYet);
      return false;
    }
  }

  /** A probe; any exception means that the database does not answer. */
  @FunctionalInterface
  interface Probe {
    void run() throws Exception;
  }
}
