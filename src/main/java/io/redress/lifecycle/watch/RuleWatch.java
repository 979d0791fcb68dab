package io.redress.lifecycle.watch;

import io.quarkus.runtime.ShutdownEvent;
import io.redress.lifecycle.FolderNotes;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.ActivationStore;
import io.redress.platform.database.Database;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Watches the folders for changes, and the database for activations by other replicas. */
@Singleton
class RuleWatch {
  private static final Logger LOG = Logger.getLogger("io.redress");
  private static final Duration FOLDER_POLL_INTERVAL = Duration.ofMillis(500);
  private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

  /** The database is polled at this interval in case a notification is lost. */
  private static final Duration REPLICA_POLL_INTERVAL = Duration.ofSeconds(1);

  private final Database database;
  private final RuleSets ruleSets;
  private final FolderRules folder;
  private final RuleFolders folders;
  private final FolderNotes notes;
  private volatile boolean stopped;

  RuleWatch(
      Database database,
      RuleSets ruleSets,
      FolderRules folder,
      RuleFolders folders,
      FolderNotes notes) {
    this.database = database;
    this.ruleSets = ruleSets;
    this.folder = folder;
    this.folders = folders;
    this.notes = notes;
  }

  /**
   * @param first runs before the folders are watched, and is retried until it succeeds
   */
  void start(Runnable first) {
    run(
        "redress-folder",
        new Step() {
          private @Nullable FolderWatch watch;

          @Override
          public void run() throws InterruptedException {
            if (watch == null) {
              first.run();
              watch =
                  new FolderWatch(folder.lastProposed(), System.nanoTime(), folder::proposeChanges);
            }
            RuleFolders.State state = folders.state();
            notes.update(state.ignored());
            watch.poll(state.snapshot(), System.nanoTime());
            Thread.sleep(FOLDER_POLL_INTERVAL.toMillis());
          }
        });
    if (database.shared()) {
      run("redress-replicas", this::listen);
    }
  }

  void stop(@Observes(notifyObserver = Reception.IF_EXISTS) ShutdownEvent ending) {
    stopped = true;
  }

  private void listen() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute("listen " + ActivationStore.CHANNEL);
      while (!stopped) {
        ruleSets.refresh().forEach(LOG::error);
        connection
            .unwrap(PGConnection.class)
            .getNotifications((int) REPLICA_POLL_INTERVAL.toMillis());
      }
    }
  }

  private void run(String name, Step step) {
    Thread thread = new Thread(() -> repeat(step), name);
    thread.setDaemon(true);
    thread.start();
  }

  private void repeat(Step step) {
    @Nullable String failure = null;
    while (!stopped) {
      try {
        step.run();
        failure = null;
      } catch (InterruptedException ended) {
        return;
      } catch (SQLException | RuntimeException | Error failed) {
        if (!failed.toString().equals(failure)) {
          failure = failed.toString();
          LOG.warnf("%s; will retry every second.", failure);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY_PAUSE.toMillis());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws SQLException, InterruptedException;
  }
}
