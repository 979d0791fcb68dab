package io.redress.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceMetrics;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;

/** A database whose schema is that of this program, with a bounded number of connections. */
public final class Database implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration UNCHECKED = Duration.ofSeconds(5);

  private final DatabaseKind kind;
  private final AgroalDataSource pool;
  private final Jdbi jdbi;

  private Database(DatabaseKind kind, AgroalDataSource pool) {
    this.kind = kind;
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
  }

  /**
   * Opens a database and brings its schema up to date.
   *
   * @throws DatabaseUnavailable when it can not be reached, or is another program's
   */
  public static Database open(DatabaseSettings settings) {
    AgroalDataSource pool = pool(settings);
    try {
      Flyway.configure(Database.class.getClassLoader())
          .dataSource(pool)
          .locations("classpath:db/migration", settings.kind().ownMigrations())
          .placeholders(settings.kind().types())
          .load()
          .migrate();
      return new Database(settings.kind(), pool);
    } catch (FlywayException refused) {
      pool.close();
      throw new DatabaseUnavailable(settings, refused);
    }
  }

  private static AgroalDataSource pool(DatabaseSettings settings) {
    var configuration =
        new AgroalDataSourceConfigurationSupplier()
            .metricsEnabled(true)
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(MOST_CONNECTIONS)
                        .acquisitionTimeout(PATIENCE)
                        .idleValidationTimeout(UNCHECKED)
                        .connectionValidator(ConnectionValidator.defaultValidator())
                        .connectionFactoryConfiguration(
                            connection -> {
                              connection
                                  .jdbcUrl(settings.url())
                                  .connectionProviderClass(settings.kind().driver());
                              Optional.ofNullable(settings.user())
                                  .map(NamePrincipal::new)
                                  .ifPresent(connection::principal);
                              Optional.ofNullable(settings.password())
                                  .map(SimplePassword::new)
                                  .ifPresent(connection::credential);
                              return connection;
                            }));
    try {
      return AgroalDataSource.from(configuration);
    } catch (SQLException impossible) {
      throw new DatabaseUnavailable(settings, impossible);
    }
  }

  /** Runs SQL; throws JDBI's exceptions when the database does not answer. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** For what needs a connection of its own for a long time, such as listening. */
  public DataSource connections() {
    return pool;
  }

  /** Whether other processes may write, too. */
  public boolean shared() {
    return kind == DatabaseKind.POSTGRESQL;
  }

  /** Has what was committed outlive a loss of power, where a commit alone does not see to that. */
  public void flush() {
    if (kind == DatabaseKind.EMBEDDED) {
      jdbi.useHandle(handle -> handle.execute("checkpoint sync"));
    }
  }

  /** How much the pool is used at this moment. */
  public PoolUse use() {
    AgroalDataSourceMetrics metrics = pool.getMetrics();
    return new PoolUse(
        metrics.activeCount(), metrics.availableCount(), metrics.awaitingCount(), MOST_CONNECTIONS);
  }

  @Override
  public void close() {
    pool.close();
  }
}
