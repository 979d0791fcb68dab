package io.redress.journal.read;

import io.redress.journal.projection.Projection;
import io.redress.platform.database.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Runs queries that may be slow, with a timeout, and only a few at once, so that connections are
 * left for decisions.
 */
@Singleton
class BoundedQueries {
  /** Queries are cancelled after this time. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** How long after the timeout the connection is closed if the database has not answered. */
  private static final Duration NETWORK_GRACE = Duration.ofSeconds(5);

  private static final int MAX_CONCURRENT = 4;
  private static final String QUERY_CANCELED = "57014";

  private final Database database;
  private final Projection projection;
  private final Duration timeout;
  private final Semaphore permits = new Semaphore(MAX_CONCURRENT, true);

  @Inject
  BoundedQueries(Database database) {
    this(database, TIMEOUT);
  }

  BoundedQueries(Database database, Duration timeout) {
    this.database = database;
    this.projection = new Projection(database);
    this.timeout = timeout;
  }

  /**
   * Runs a query in a transaction.
   *
   * @throws SearchTooSlow if it takes longer than the timeout, or waits that long for other queries
   */
  <T> T run(Function<Handle, T> query) {
    return run(patience -> true, TransactionIsolationLevel.UNKNOWN, query);
  }

  /** How long a query may take; several in a row should not take much longer. */
  Duration timeout() {
    return timeout;
  }

  /**
   * Runs a query on what searches look at, which then has all entries stored before this call.
   *
   * @throws SearchTooSlow as {@link #run}, and while there are too many of them to wait for
   */
  <T> T search(Function<Handle, T> query) {
    return run(projection::catchUp, TransactionIsolationLevel.UNKNOWN, query);
  }

  /**
   * Runs queries on what searches look at, all of which see the same decisions.
   *
   * @throws SearchTooSlow as {@link #search}
   */
  <T> T snapshot(Function<Handle, T> query) {
    return run(projection::catchUp, snapshot(), query);
  }

  /**
   * Runs queries on the sums of rows, which then have all entries stored before this call.
   *
   * @throws SearchTooSlow as {@link #search}
   */
  <T> T rows(Function<Handle, T> query) {
    return run(projection::catchUpRows, snapshot(), query);
  }

  /** Of H2 the level below lets new rows appear; of PostgreSQL the level above may fail. */
  private TransactionIsolationLevel snapshot() {
    return database.shared()
        ? TransactionIsolationLevel.REPEATABLE_READ
        : TransactionIsolationLevel.SERIALIZABLE;
  }

  private <T> T run(
      Predicate<Duration> caughtUp,
      TransactionIsolationLevel isolation,
      Function<Handle, T> query) {
    try {
      if (!permits.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SearchTooSlow(null);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new SearchTooSlow(ended);
    }
    try {
      if (!caughtUp.test(timeout)) {
        throw new SearchTooSlow(null);
      }
      return database.jdbi().inTransaction(isolation, handle -> withTimeout(handle, query));
    } catch (JdbiException failed) {
      if (failed.getCause() instanceof SQLException sql
          && QUERY_CANCELED.equals(sql.getSQLState())) {
        throw new SearchTooSlow(failed);
      }
      throw failed;
    } catch (SQLException failed) {
      throw new ConnectionException(failed);
    } finally {
      permits.release();
    }
  }

  /** Resets the timeouts afterwards, because the connection is pooled. */
  private <T> T withTimeout(Handle handle, Function<Handle, T> query) throws SQLException {
    if (!database.shared()) {
      handle.execute("set query_timeout " + timeout.toMillis());
      try {
        return query.apply(handle);
      } finally {
        handle.execute("set query_timeout 0");
      }
    }
    Connection connection = handle.getConnection();
    int usual = connection.getNetworkTimeout();
    handle.execute("set local statement_timeout = " + timeout.toMillis());
    connection.setNetworkTimeout(Runnable::run, (int) timeout.plus(NETWORK_GRACE).toMillis());
    try {
      return query.apply(handle);
    } finally {
      connection.setNetworkTimeout(Runnable::run, usual);
    }
  }
}
