package io.redress.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A bounded number of connections, each opened when it is first needed and kept from then on. */
final class Pool implements AutoCloseable {
  static final int MAX_CONNECTIONS = 14;

  /** Those that only the writer of decisions takes. */
  static final int RESERVED_CONNECTIONS = 2;

  /** A connection that does not answer within this time is replaced. */
  private static final Duration VALIDATION = Duration.ofSeconds(1);

  /** How long a request for a connection lasts; callers who may wait longer repeat it. */
  private static final Duration REQUEST = Duration.ofSeconds(1);

  private final HikariDataSource source;
  private final Duration patience;

  /**
   * @param most how many connections
   * @param limit statement timeout
   * @param patience how long callers wait for a free connection
   * @param unusable is called with every failure, and says whether the connection is unusable after
   *     it
   */
  Pool(
      DatabaseSettings settings,
      int most,
      Duration limit,
      Duration patience,
      Predicate<SQLException> unusable) {
    DatabaseKind kind = settings.kind();
    this.patience = patience;
    // Without a configuration it connects at the first request, and not at once.
    source = new HikariDataSource();
    source.setPoolName("database");
    source.setDriverClassName(kind.driver().getClass().getName());
    source.setJdbcUrl(settings.url());
    source.setUsername(settings.user());
    source.setPassword(settings.password());
    kind.timeouts(limit).forEach(source::addDataSourceProperty);
    source.setConnectionInitSql(kind.timeoutSql(limit));
    source.setMaximumPoolSize(most);
    source.setMinimumIdle(0);
    source.setIdleTimeout(0);
    source.setMaxLifetime(0);
    source.setKeepaliveTime(0);
    source.setInitializationFailTimeout(-1);
    source.setConnectionTimeout(REQUEST.toMillis());
    // A query, since H2 reports connections as valid whose store closed after a failure.
    source.setConnectionTestQuery("select 1");
    source.setValidationTimeout(VALIDATION.toMillis());
    source.setExceptionOverride(evicting(unusable));
  }

  private static SQLExceptionOverride evicting(Predicate<SQLException> unusable) {
    return new SQLExceptionOverride() {
      @java.lang.Override // the interface has a type of that name
      public Override adjudicate(SQLException failure) {
        return unusable.test(failure) ? Override.MUST_EVICT : Override.DO_NOT_EVICT;
      }
    };
  }

  /**
   * Returns a connection once one is free.
   *
   * @throws SQLException when none was free in time; soon, and with the reason, when none can be
   *     opened
   */
  Connection connection() throws SQLException {
    long end = System.nanoTime() + patience.minus(REQUEST).toNanos();
    while (true) {
      try {
        return source.getConnection();
      } catch (SQLTransientConnectionException none) {
        SQLException reason = none.getCause() instanceof SQLException cause ? cause : none;
        boolean allTaken = reason == none || OutageDetector.isFull(reason);
        if (!allTaken || System.nanoTime() >= end) {
          throw reason;
        }
      }
    }
  }

  /** For libraries that take connections themselves. */
  DataSource source() {
    return source;
  }

  /** Whether a connection is open. */
  boolean connected() {
    return usage().active() + usage().available() > 0;
  }

  /** Closes the connections that are open now, each when it is no longer used. */
  void renew() {
    HikariPoolMXBean started = started();
    if (started != null) {
      started.softEvictConnections();
    }
  }

  PoolUsage usage() {
    HikariPoolMXBean started = started();
    return started == null
        ? new PoolUsage(0, 0, 0, source.getMaximumPoolSize())
        : new PoolUsage(
            started.getActiveConnections(),
            started.getIdleConnections(),
            started.getThreadsAwaitingConnection(),
            source.getMaximumPoolSize());
  }

  /** Null until the first connection was requested. */
  private @Nullable HikariPoolMXBean started() {
    return source.getHikariPoolMXBean();
  }

  @Override
  public void close() {
    source.close();
  }
}
