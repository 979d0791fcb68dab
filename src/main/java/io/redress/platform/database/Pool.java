package io.redress.platform.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** Creates connection pools, which connect when the first connection is requested. */
final class Pool {
  static final int MAX_CONNECTIONS = 14;

  /** Those that only the writer of decisions takes. */
  static final int RESERVED_CONNECTIONS = 2;

  private static final Duration MAX_IDLE_UNVALIDATED = Duration.ofSeconds(5);

  private Pool() {}

  /**
   * @param most how many connections
   * @param limit statement timeout
   * @param patience how long callers wait for a connection
   * @param failures is called with every failure, and says whether the connection is unusable after
   *     it
   */
  static AgroalDataSource of(
      DatabaseSettings settings,
      int most,
      Duration limit,
      Duration patience,
      ExceptionSorter failures) {
    var configuration =
        new AgroalDataSourceConfigurationSupplier()
            .metricsEnabled(true)
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(most)
                        .acquisitionTimeout(patience)
                        .idleValidationTimeout(MAX_IDLE_UNVALIDATED)
                        .connectionValidator(queryValidator())
                        .exceptionSorter(failures)
                        .connectionFactoryConfiguration(
                            connection -> configure(connection, settings, limit)));
    try {
      return AgroalDataSource.from(configuration);
    } catch (SQLException impossible) {
      throw new DatabaseUnavailable(settings, impossible);
    }
  }

  private static AgroalConnectionFactoryConfigurationSupplier configure(
      AgroalConnectionFactoryConfigurationSupplier connection,
      DatabaseSettings settings,
      Duration limit) {
    DatabaseKind kind = settings.kind();
    connection
        .jdbcUrl(settings.url())
        .connectionProviderClass(kind.driver().getClass())
        .initialSql(kind.timeoutSql(limit));
    kind.timeouts(limit).forEach(connection::jdbcProperty);
    Optional.ofNullable(settings.user()).map(NamePrincipal::new).ifPresent(connection::principal);
    Optional.ofNullable(settings.password())
        .map(SimplePassword::new)
        .ifPresent(connection::credential);
    return connection;
  }

  /** Runs a query, since H2 reports connections as valid whose store closed after a failure. */
  private static ConnectionValidator queryValidator() {
    return new ConnectionValidator() {
      @Override
      public boolean isValid(Connection connection) {
        try (Statement statement = connection.createStatement()) {
          return statement.execute("select 1");
        } catch (SQLException gone) {
          return false;
        }
      }
    };
  }
}
