package io.redress.platform.database;

import java.time.Duration;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** Brings the schema of a database up to date. */
final class SchemaMigration {
  /** Timeout of a migration, such as a new index over all entries. */
  private static final Duration TIMEOUT = Duration.ofMinutes(30);

  private SchemaMigration() {}

  /**
   * Migrates the schema to the newest version.
   *
   * @param patience how long to wait for a connection
   * @throws DatabaseUnavailable when it is the schema of a newer program
   */
  static void run(DatabaseSettings settings, Duration patience) {
    run(settings, patience, "latest");
  }

  /** Migrates the schema to a version, or the newest before it. */
  static void run(DatabaseSettings settings, Duration patience, int version) {
    run(settings, patience, version + "?");
  }

  private static void run(DatabaseSettings settings, Duration patience, String target) {
    try (Pool migrating =
        new Pool(
            settings, Pool.MAX_CONNECTIONS, TIMEOUT, patience, OutageDetector::breaksConnections)) {
      Flyway schema =
          Flyway.configure(SchemaMigration.class.getClassLoader())
              .dataSource(migrating.source())
              .connectRetries((int) patience.toSeconds())
              .connectRetriesInterval(1)
              .locations("classpath:db/migration", settings.kind().ownMigrations())
              .target(target)
              .placeholders(settings.kind().types())
              .load();
      checkNotNewer(schema.info(), settings);
      schema.migrate();
    }
  }

  /** A program that does not know all of a schema would leave out what the newer one stores. */
  private static void checkNotNewer(MigrationInfoService schema, DatabaseSettings settings) {
    Stream.of(schema.applied())
        .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
        .reduce((before, migration) -> migration)
        .ifPresent(
            newest -> {
              throw DatabaseUnavailable.newerSchema(settings, String.valueOf(newest.getVersion()));
            });
  }
}
