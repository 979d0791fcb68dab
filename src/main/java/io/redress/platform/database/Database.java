package io.redress.platform.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.agroal.api.AgroalDataSourceMetrics;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * A database whose schema is that of this program, with a bounded number of connections.
 *
 * <p>It may be gone for a while: all who ask are told so at once then, and it is of use again
 * without a restart once it answers.
 */
public final class Database implements AutoCloseable {
  /** How long a statement may take; most take some thousandths of a second. */
  static final Duration LIMIT = Duration.ofSeconds(2);

  /** How long a change of the schema may take, with an index over all that is kept, say. */
  private static final Duration MIGRATION_LIMIT = Duration.ofMinutes(30);

  /** H2 closes its store when it finds no room, so it is opened again only when there is some. */
  private static final int ROOM = 1 << 20;

  private final DatabaseSettings settings;
  private final CircuitBreaker breaker;
  private final AgroalDataSource pool;
  private final Jdbi jdbi;
  private volatile boolean migrated;

  private Database(DatabaseSettings settings) {
    this.settings = settings;
    this.breaker = new CircuitBreaker(settings, this::reopen);
    this.pool = Pool.of(settings, LIMIT, this::breaks);
    this.jdbi = Jdbi.create(this::connection);
    // Arguments may be about people, and messages get logged.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
  }

  /**
   * Opens a database and brings its schema up to date.
   *
   * @throws DatabaseUnavailable when it can not be reached, or is another program's
   */
  public static Database open(DatabaseSettings settings) {
    Database database = new Database(settings);
    try {
      database.reopen();
      return database;
    } catch (SQLException | IOException | FlywayException refused) {
      database.close();
      throw new DatabaseUnavailable(settings, refused);
    }
  }

  /**
   * The same for a service, which does not end because a server is gone for a while.
   *
   * @throws DatabaseUnavailable when waiting is of no use
   */
  public static Database openOrWait(DatabaseSettings settings) {
    Database database = new Database(settings);
    try {
      database.reopen();
    } catch (SQLException | IOException | FlywayException refused) {
      if (!passes(settings, refused)) {
        database.close();
        throw new DatabaseUnavailable(settings, refused);
      }
      database.breaker.open(refused);
    }
    return database;
  }

  /** Files that are in use or broken stay so, while servers come and go. */
  private static boolean passes(DatabaseSettings settings, Exception refused) {
    return settings.kind() == DatabaseKind.EMBEDDED
        ? OutageDetector.isDiskFull(refused)
        : OutageDetector.isOutage(refused);
  }

  private void reopen() throws SQLException, IOException {
    pool.flush(FlushMode.GRACEFUL);
    if (settings.folder() != null && breaker.reason() != null) {
      findRoom(settings.folder());
    }
    try (Connection connection = settings.connect(LIMIT);
        Statement statement = connection.createStatement()) {
      statement.execute("select 1");
      if (!migrated) {
        migrate();
      }
    }
  }

  private void migrate() {
    try (AgroalDataSource patient =
        Pool.of(settings, MIGRATION_LIMIT, ExceptionSorter.defaultExceptionSorter())) {
      Flyway.configure(Database.class.getClassLoader())
          .dataSource(patient)
          .locations("classpath:db/migration", settings.kind().ownMigrations())
          .placeholders(settings.kind().types())
          .load()
          .migrate();
      migrated = true;
    }
  }

  private static void findRoom(Path folder) throws IOException {
    Path room = folder.resolve("room.tmp");
    try {
      Files.write(room, new byte[ROOM]);
    } finally {
      Files.deleteIfExists(room);
    }
  }

  private boolean breaks(SQLException failure) {
    breaker.failed(failure);
    return OutageDetector.breaksConnections(failure);
  }

  /**
   * Runs SQL; fails with JDBI's exceptions, or with {@link DatabaseUnavailable} when there is no
   * connection, and at once while the database does not answer. {@link OutageDetector} tells them
   * apart.
   */
  public Jdbi jdbi() {
    return jdbi;
  }

  /**
   * For what needs a connection of its own for a long time, such as listening.
   *
   * @throws DatabaseUnavailable when there is none, and at once while the database does not answer
   */
  public Connection connection() {
    check();
    try {
      return pool.getConnection();
    } catch (SQLException failed) {
      breaker.suspect();
      throw new DatabaseUnavailable(settings, failed);
    }
  }

  /**
   * For those who may not begin what they could not keep.
   *
   * @throws DatabaseUnavailable at once while the database does not answer
   */
  void check() {
    breaker.check();
  }

  /** Why the database is of no use now; empty while it is of use. */
  public Optional<String> outage() {
    return Optional.ofNullable(breaker.reason()).map(Throwable::getMessage);
  }

  /** Whether other processes may write, too. */
  public boolean shared() {
    return settings.kind() == DatabaseKind.POSTGRESQL;
  }

  /** Has what was committed outlive a loss of power, where a commit alone does not see to that. */
  public void flush() {
    if (settings.kind() == DatabaseKind.EMBEDDED) {
      jdbi.useHandle(handle -> handle.execute("checkpoint sync"));
    }
  }

  /** How much the pool is used at this moment. */
  public PoolUsage poolUsage() {
    AgroalDataSourceMetrics metrics = pool.getMetrics();
    return new PoolUsage(
        metrics.activeCount(),
        metrics.availableCount(),
        metrics.awaitingCount(),
        Pool.MOST_CONNECTIONS);
  }

  @Override
  public void close() {
    breaker.close();
    pool.close();
  }
}
