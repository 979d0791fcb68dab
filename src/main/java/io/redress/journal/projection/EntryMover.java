package io.redress.journal.projection;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.redress.journal.projection.EntryMove.Position;
import io.redress.platform.database.Database;
import io.redress.platform.request.RedactedException;
import io.redress.platform.thread.DaemonThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Moves entries of versions before in the background, while the service decides. */
@Singleton
class EntryMover {
  private static final Logger LOG = Logger.getLogger("io.redress");
  private static final Duration INTERVAL = Duration.ofMinutes(5);

  /** Between two parts, so that decisions have most of the database. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final EntryMove move;
  private final ScheduledExecutorService thread = DaemonThread.of("move");

  EntryMover(Database database) {
    this.move = new EntryMove(database);
  }

  void start(@Observes StartupEvent started) {
    thread.scheduleWithFixedDelay(this::attempt, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent ending) {
    thread.shutdownNow();
  }

  /** Again and again: replicas of the version before may add some meanwhile. */
  private void attempt() {
    try {
      long moved = run();
      if (moved > 0) {
        LOG.infof("Moved %d entries of the journal to the layout of this version.", moved);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error failed) {
      LOG.warnf(
          "Entries of the journal cannot be moved now; it will be tried again: %s",
          RedactedException.of(failed));
    }
  }

  private long run() throws InterruptedException {
    long moved = 0;
    Position last = Position.FIRST;
    Optional<Position> part = move.part(last);
    while (part.isPresent() && !part.get().equals(last)) {
      last = part.get();
      moved += last.moved();
      Thread.sleep(PAUSE.toMillis());
      part = move.part(last);
    }
    return moved;
  }
}
