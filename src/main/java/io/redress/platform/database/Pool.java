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

/** Makes pools, none of which connects before somebody asks for a connection. */
final class Pool {
  static final int MOST_CONNECTIONS = 16;
  private static final Duration UNTIL_ONE_IS_FREE = Duration.ofSeconds(1);
  private static final Duration UNCHECKED = Duration.ofSeconds(5);

  private Pool() {}

  /**
   * @param limit how long a statement may take
   * @param failures hears of every failure, and says after which a connection is of no more use
   */
  static AgroalDataSource of(DatabaseSettings settings, Duration limit, ExceptionSorter failures) {
    var configuration =
        new AgroalDataSourceConfigurationSupplier()
            .metricsEnabled(true)
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(MOST_CONNECTIONS)
                        .acquisitionTimeout(UNTIL_ONE_IS_FREE)
                        .idleValidationTimeout(UNCHECKED)
                        .connectionValidator(answering())
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
        .initialSql(kind.limit(limit));
    kind.impatience(limit).forEach(connection::jdbcProperty);
    Optional.ofNullable(settings.user()).map(NamePrincipal::new).ifPresent(connection::principal);
    Optional.ofNullable(settings.password())
        .map(SimplePassword::new)
        .ifPresent(connection::credential);
    return connection;
  }

  /** H2 calls connections valid whose store was closed after a failure. */
  private static ConnectionValidator answering() {
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
