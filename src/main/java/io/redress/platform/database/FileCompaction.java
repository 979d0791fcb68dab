package io.redress.platform.database;

import io.redress.platform.thread.DaemonThread;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compacts the file of an embedded database while it is written to. H2 does so itself, but not when
 * it writes each commit at once, as ours does: each commit writes the changed pages again, and the
 * file would grow to many times its content.
 *
 * <p>The space of a rewritten part is used again after H2's retention time, 45 seconds.
 */
final class FileCompaction implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(FileCompaction.class);
  private static final Duration INTERVAL = Duration.ofMillis(100);

  /** Percent of the written parts that is content; below it the emptiest are rewritten. */
  private static final int MIN_FILL_RATE = 60;

  /** Content rewritten at once, while commits wait. */
  private static final int MAX_BYTES = 1 << 20;

  /** A compaction takes milliseconds. */
  private static final int MAX_SECONDS = 5;

  private final Pool pool;
  private final ScheduledExecutorService thread = DaemonThread.of("compaction");

  private @Nullable MVStore store;
  private long compactedVersion;

  FileCompaction(Pool pool) {
    this.pool = pool;
    long millis = INTERVAL.toMillis();
    thread.scheduleWithFixedDelay(this::compact, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** Ends once that had no effect, so that an idle database is not written to. */
  private void compact() {
    try {
      MVStore open = open();
      if (open != null && open.getCurrentVersion() != compactedVersion) {
        compactedVersion = open.getCurrentVersion();
        if (open.compact(MIN_FILL_RATE, MAX_BYTES)) {
          open.commit();
        }
      }
    } catch (SQLException | RuntimeException | Error failed) {
      // The next statement fails, too, and then the circuit breaker knows.
      LOG.debugf("The file was not compacted: %s", failed.getClass().getName());
    }
  }

  /** The store, which H2 replaces when it opens its file again; null while it is not open. */
  private @Nullable MVStore open() throws SQLException {
    MVStore known = store;
    if (known == null || known.isClosed()) {
      store = null;
      if (pool.connected()) {
        try (Connection connection = pool.connection()) {
          store =
              ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession())
                  .getDatabase()
                  .getStore()
                  .getMvStore();
        }
      }
    }
    return store;
  }

  /** Lets a compaction end: an interrupt would close the file. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(MAX_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("The compaction of the database did not end.");
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
