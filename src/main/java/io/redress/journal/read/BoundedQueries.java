package io.redress.journal.read;

import io.redress.platform.database.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Asks the database what may take it longer than the moment that deciding has, and only so much at
 * once that connections are left to decide with.
 */
@Singleton
class BoundedQueries {
  /** For queries. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** After the limit, at which the database gives up, until it is taken to be gone. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private static final int MOST_AT_ONCE = 4;
  private static final String CANCELLED = "57014";

  private final Database database;
  private final Duration limit;
  private final Semaphore free = new Semaphore(MOST_AT_ONCE, true);

  @Inject
  BoundedQueries(Database database) {
    this(database, LIMIT);
  }

  BoundedQueries(Database database, Duration limit) {
    this.database = database;
    this.limit = limit;
  }

  /**
   * What the database answers.
   *
   * @throws SearchTooSlow when it takes too long
   */
  <T> T ask(Function<Handle, T> question) {
    try {
      if (!free.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SearchTooSlow(null);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new SearchTooSlow(ended);
    }
    try {
      return database.jdbi().inTransaction(handle -> patiently(handle, question));
    } catch (JdbiException failed) {
      if (failed.getCause() instanceof SQLException sql && CANCELLED.equals(sql.getSQLState())) {
        throw new SearchTooSlow(failed);
      }
      throw failed;
    } catch (SQLException failed) {
      throw new ConnectionException(failed);
    } finally {
      free.release();
    }
  }

  /** Limits are those of the connection, which others use after. */
  private <T> T patiently(Handle handle, Function<Handle, T> question) throws SQLException {
    if (!database.shared()) {
      handle.execute("set query_timeout " + limit.toMillis());
      try {
        return question.apply(handle);
      } finally {
        handle.execute("set query_timeout 0");
      }
    }
    Connection connection = handle.getConnection();
    int usual = connection.getNetworkTimeout();
    handle.execute("set local statement_timeout = " + limit.toMillis());
    connection.setNetworkTimeout(Runnable::run, (int) limit.plus(SILENCE).toMillis());
    try {
      return question.apply(handle);
    } finally {
      connection.setNetworkTimeout(Runnable::run, usual);
    }
  }
}
