package io.redress.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;

/**
 * A database that keeps nothing yet, to be filled as a whole: after a failure or a kill it is as
 * empty as before.
 */
public final class EmptyDatabase {
  /** Where an embedded one is made before it gets its place. */
  private static final String WORKSHOP = ".restoring";

  /** Those in which migrations put rows. */
  private static final Set<String> MADE_WITH_ROWS = Set.of("audit_chain", "flyway_schema_history");

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private final DatabaseSettings settings;

  public EmptyDatabase(DatabaseSettings settings) {
    this.settings = settings;
  }

  /**
   * Makes the tables of a version of the schema, has them filled, and brings them up to date.
   *
   * @param schema the version; when it is newer than this program, the tables are the newest known
   * @throws DatabaseUnavailable when the database is not empty, or does not answer
   */
  public void fill(int schema, ConnectionWork filling) throws IOException {
    try {
      if (settings.folder() == null) {
        fillTransaction(schema, filling);
      } else {
        fillAlone(settings.folder(), schema, filling);
      }
    } catch (SQLException | FlywayException failed) {
      throw new DatabaseUnavailable(settings, failed);
    }
  }

  /** Services that start meanwhile find their tables locked. */
  private void fillTransaction(int schema, ConnectionWork filling)
      throws SQLException, IOException {
    // Before migrations, which would repeat what cannot succeed.
    settings.connect(LIMIT).close();
    SchemaMigration.run(settings, PATIENCE, schema);
    try (Connection connection = settings.connect(LIMIT)) {
      connection.setAutoCommit(false);
      List<String> tables = TableNames.of(connection);
      try (Statement statement = connection.createStatement()) {
        statement.execute("lock table " + String.join(", ", tables) + " in access exclusive mode");
      }
      for (String table : tables) {
        if (!MADE_WITH_ROWS.contains(table) && hasRows(connection, table)) {
          throw full();
        }
      }
      fill(connection, filling);
    }
    SchemaMigration.run(settings, PATIENCE);
  }

  private void fillAlone(Path folder, int schema, ConnectionWork filling)
      throws SQLException, IOException {
    EmbeddedFolder.create(folder);
    Path lock = folder.resolve(WORKSHOP + ".lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (channel.tryLock() == null) {
        throw new DatabaseUnavailable(
            "Another restore to " + folder + " is in progress. Wait for it.");
      }
      fillFolder(folder, schema, filling);
      Files.deleteIfExists(lock);
    }
  }

  private void fillFolder(Path folder, int schema, ConnectionWork filling)
      throws SQLException, IOException {
    Path file = DatabaseFile.path(folder);
    if (Files.exists(file)) {
      throw full();
    }
    Path workshop = folder.resolve(WORKSHOP);
    delete(workshop);
    try {
      EmbeddedFolder.create(workshop);
      DatabaseSettings made = DatabaseSettings.embedded(workshop).with(settings.wrapping());
      SchemaMigration.run(made, PATIENCE, schema);
      try (Connection connection = made.connect(LIMIT)) {
        connection.setAutoCommit(false);
        fill(connection, filling);
      }
      SchemaMigration.run(made, PATIENCE);
      Files.move(DatabaseFile.path(workshop), file);
    } finally {
      delete(workshop);
    }
  }

  private void fill(Connection connection, ConnectionWork filling)
      throws SQLException, IOException {
    filling.run(connection);
    settings.wrapping().check(connection, settings);
    connection.commit();
  }

  private DatabaseUnavailable full() {
    return new DatabaseUnavailable(
        "The database "
            + settings
            + " is not empty. Restore to an empty one: "
            + (settings.folder() == null
                ? "create a new database, and name it in REDRESS_POSTGRESQL_URL."
                : "name a new folder with --data or REDRESS_DATA_DIR."));
  }

  private static boolean hasRows(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select 1 from " + table + " limit 1")) {
      return row.next();
    }
  }

  /** Removes the rows that migrations made, which must otherwise stay. */
  public void clear(Connection connection, String table) throws SQLException {
    if (hasRows(connection, table)) {
      try (Statement statement = connection.createStatement()) {
        for (String sql : settings.kind().clearing(table)) {
          statement.execute(sql);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> inside = Files.walk(folder)) {
        for (Path one : inside.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }
}
