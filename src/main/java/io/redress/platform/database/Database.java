package io.redress.platform.database;

import io.redress.platform.file.PrivateFiles;
import io.redress.platform.thread.OutOfMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;

/**
 * A database whose schema is that of this program, with a bounded number of connections.
 *
 * <p>While the database does not answer, calls fail at once with {@link DatabaseUnavailable}; once
 * it answers, they succeed again without a restart.
 */
public final class Database implements AutoCloseable {
  /** Timeout of a statement; most take a few milliseconds. */
  static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(2);

  /** How long callers of a service wait for a connection; then they are asked to retry. */
  private static final Duration CALLERS_PATIENCE = Duration.ofSeconds(1);

  /** How long a command or a start waits for one beside a busy service. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration RETRY_EVERY = Duration.ofMillis(200);

  private final DatabaseSettings settings;
  private final CircuitBreaker breaker;
  private final Pool pool;
  private final Pool reserved;
  private final Jdbi jdbi;
  private final Jdbi reservedJdbi;
  private final @Nullable FileCompaction compaction;
  private volatile boolean migrated;
  private volatile @Nullable DatabaseFile file;

  private Database(DatabaseSettings settings, Duration patience) {
    this.settings = settings;
    this.breaker = new CircuitBreaker(settings, this::reopen);
    this.pool = pool(Pool.MAX_CONNECTIONS, patience);
    this.reserved = pool(Pool.RESERVED_CONNECTIONS, patience);
    this.jdbi = jdbi(pool);
    this.reservedJdbi = jdbi(reserved);
    this.compaction = settings.kind() == DatabaseKind.EMBEDDED ? new FileCompaction(pool) : null;
  }

  private Pool pool(int most, Duration patience) {
    return new Pool(settings, most, STATEMENT_TIMEOUT, patience, this::breaks);
  }

  private Jdbi jdbi(Pool connections) {
    Jdbi made = Jdbi.create(() -> connection(connections));
    // Messages are logged, and arguments may be personal data.
    made.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    settings.wrapping().configure(made.getConfig());
    return made;
  }

  /**
   * Opens a database and brings its schema up to date.
   *
   * @throws DatabaseUnavailable when it cannot be reached, or has the schema of another program
   */
  public static Database open(DatabaseSettings settings) {
    Database database = new Database(settings, PATIENCE);
    try {
      database.openPatiently();
      return database;
    } catch (SQLException | IOException | FlywayException failed) {
      database.close();
      throw new DatabaseUnavailable(settings, failed);
    } catch (DatabaseUnavailable other) {
      database.close();
      throw other;
    }
  }

  /**
   * Opens a database for a service, which waits for a server that is temporarily gone.
   *
   * @throws DatabaseUnavailable when waiting does not help
   */
  public static Database openOrWait(DatabaseSettings settings) {
    Database database = new Database(settings, CALLERS_PATIENCE);
    try {
      database.reopen();
    } catch (SQLException | IOException | FlywayException failed) {
      if (!isTemporary(settings, failed)) {
        database.close();
        throw new DatabaseUnavailable(settings, failed);
      }
      database.breaker.open(failed);
    } catch (DatabaseUnavailable other) {
      database.close();
      throw other;
    }
    return database;
  }

  /** Servers come back; files that are locked or broken stay so. */
  private static boolean isTemporary(DatabaseSettings settings, Exception failed) {
    return settings.kind() == DatabaseKind.EMBEDDED
        ? OutageDetector.isDiskFull(failed)
        : OutageDetector.isOutage(failed);
  }

  /** Others may have all connections of a server, as a busy service does, for a moment. */
  private void openPatiently() throws SQLException, IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        reopen();
        return;
      } catch (SQLException failed) {
        if (!OutageDetector.isFull(failed) || System.nanoTime() > end) {
          throw failed;
        }
        LockSupport.parkNanos(RETRY_EVERY.toNanos());
      }
    }
  }

  private void reopen() throws SQLException, IOException {
    if (breaker.outage() != null) {
      pool.renew();
      reserved.renew();
    }
    if (settings.folder() != null) {
      prepare(settings.folder());
    }
    try (Connection connection = settings.connect(STATEMENT_TIMEOUT);
        Statement statement = connection.createStatement()) {
      statement.execute("select 1");
      if (!migrated) {
        SchemaMigration.run(settings, PATIENCE);
        settings.wrapping().check(connection, settings);
        migrated = true;
      }
    }
    if (settings.folder() != null && file == null && settings.onDisk()) {
      file = DatabaseFile.in(settings.folder());
      PrivateFiles.restrictAll(settings.folder(), "redress.");
    }
  }

  /** H2 would create another database where files are missing. */
  private void prepare(Path folder) throws IOException {
    DatabaseFile opened = file;
    if (opened == null) {
      EmbeddedFolder.create(folder);
    } else {
      opened.check();
    }
    if (breaker.outage() != null) {
      EmbeddedFolder.checkFreeSpace(folder);
    }
  }

  private boolean breaks(SQLException failure) {
    OutOfMemory.endIf(failure);
    breaker.record(failure);
    return OutageDetector.breaksConnections(failure);
  }

  /**
   * Returns the entry to all SQL. Calls fail with JDBI's exceptions, or with {@link
   * DatabaseUnavailable} when there is no connection, at once while the database does not answer.
   * {@link OutageDetector} tells outages from other failures.
   */
  public Jdbi jdbi() {
    return jdbi;
  }

  /**
   * Returns the same entry, with connections that no others take: readers who hold all of theirs do
   * not keep the writer of decisions waiting.
   */
  public Jdbi reserved() {
    return reservedJdbi;
  }

  /**
   * Returns a connection of its own, for long-running use such as LISTEN.
   *
   * @throws DatabaseUnavailable when none is free, and at once while the database does not answer
   */
  public Connection connection() {
    return connection(pool);
  }

  /**
   * Reads the database as it is at this moment, with a connection outside the pool.
   *
   * @throws DatabaseUnavailable when it does not answer
   */
  public void readAtOneMoment(ConnectionWork reading) throws IOException {
    checkFile();
    check();
    ExistingDatabase.readAtOneMoment(settings, reading);
  }

  private Connection connection(Pool connections) {
    checkFile();
    check();
    try {
      return connections.connection();
    } catch (SQLException failed) {
      breaker.probeSoon();
      throw new DatabaseUnavailable(settings, failed);
    }
  }

  /**
   * Fails early, for callers that must not start what they could not store.
   *
   * @throws DatabaseUnavailable at once while the database does not answer
   */
  void check() {
    breaker.check();
  }

  /** Treats the database as gone while its file is not the one that was opened. */
  private void checkFile() {
    DatabaseFile opened = file;
    if (opened != null) {
      try {
        opened.check();
      } catch (DatabaseFile.Gone gone) {
        breaker.open(gone);
      }
    }
  }

  /** Returns why the database cannot be used; empty while it can. */
  public Optional<String> outage() {
    checkFile();
    return Optional.ofNullable(breaker.outage()).map(Throwable::getMessage);
  }

  /** The keys that encrypt secrets. */
  public WrappingKeys wrappingKeys() {
    return settings.wrapping();
  }

  /** Whether other processes may write to the database as well. */
  public boolean shared() {
    return settings.kind() == DatabaseKind.POSTGRESQL;
  }

  /**
   * Forces committed data to disk, where a commit alone does not survive a power loss.
   *
   * @throws DatabaseUnavailable when they are on no disk that will be read again
   */
  public void flush() {
    if (settings.kind() == DatabaseKind.EMBEDDED) {
      reservedJdbi.useHandle(handle -> handle.execute("checkpoint sync"));
      checkFile();
      check();
    }
  }

  /** Returns the current usage of the connection pool. */
  public PoolUsage poolUsage() {
    return pool.usage();
  }

  @Override
  public void close() {
    breaker.close();
    if (compaction != null) {
      compaction.close();
    }
    pool.close();
    reserved.close();
  }
}
