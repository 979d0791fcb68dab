package io.redress.journal.projection;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.redress.journal.write.Journal;
import io.redress.platform.database.Database;
import io.redress.platform.request.RedactedException;
import io.redress.platform.thread.DaemonThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Copies new entries to where searches look, a few times a second, so that searches have little to
 * catch up with. Also what other replicas left when they ended.
 */
@Singleton
class ProjectionFollower {
  private static final Logger LOG = Logger.getLogger("io.redress");
  private static final Duration INTERVAL = Duration.ofMillis(400);

  /** Chains of this replica are followed as they grow, others in so many intervals. */
  private static final int OTHERS = 100;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Journal journal;
  private final Projection projection;
  private final ScheduledExecutorService thread = DaemonThread.of("projection");

  private boolean repaired;
  private long batches = -1;
  private int intervals;

  ProjectionFollower(Database database, Journal journal) {
    this.journal = journal;
    this.projection = new Projection(database);
  }

  void start(@Observes StartupEvent started) {
    thread.scheduleWithFixedDelay(this::follow, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent ending) {
    thread.shutdownNow();
  }

  private void follow() {
    try {
      if (!repaired) {
        if (projection.repair()) {
          LOG.warn("What searches look at is incomplete and is filled again from the journal.");
        }
        repaired = true;
      }
      long now = journal.batches();
      if (now != batches || ++intervals % OTHERS == 0) {
        boolean complete = projection.catchUp(PATIENCE) && projection.catchUpRows(PATIENCE);
        batches = complete ? now : -1;
      }
    } catch (RuntimeException | Error failed) {
      // Searches catch up themselves, and say so where they cannot.
      LOG.debugf("Entries were not copied for searches: %s", RedactedException.of(failed));
      batches = -1;
    }
  }
}
