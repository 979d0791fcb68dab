package io.redress.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A database that keeps nothing yet, to be filled as a whole: after a failure or a kill it is as
 * empty as before.
 */
public final class EmptyDatabase {
  /** Where an embedded one is made before it gets its place. */
  private static final String WORKSHOP = ".restoring";

  /** At least one of them has rows once a service ran. */
  private static final List<String> NEVER_EMPTY = List.of("rule_set", "audit_event", "api_key");

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
        fillFolder(settings.folder(), schema, filling);
      }
    } catch (SQLException failed) {
      throw new DatabaseUnavailable(settings, failed);
    }
  }

  private void fillTransaction(int schema, ConnectionWork filling)
      throws SQLException, IOException {
    SchemaMigration.run(settings, LIMIT, schema);
    try (Connection connection = settings.connect(LIMIT)) {
      for (String table : NEVER_EMPTY) {
        if (hasRows(connection, table)) {
          throw full();
        }
      }
      fill(connection, filling);
    }
    SchemaMigration.run(settings, LIMIT);
  }

  private void fillFolder(Path folder, int schema, ConnectionWork filling)
      throws SQLException, IOException {
    Path file = DatabaseFile.path(folder);
    if (Files.exists(file)) {
      throw full();
    }
    Path workshop = folder.resolve(WORKSHOP);
    delete(workshop);
    EmbeddedFolder.create(folder);
    EmbeddedFolder.create(workshop);
    DatabaseSettings made = DatabaseSettings.embedded(workshop).with(settings.wrapping());
    SchemaMigration.run(made, LIMIT, schema);
    try (Connection connection = made.connect(LIMIT)) {
      fill(connection, filling);
    }
    SchemaMigration.run(made, LIMIT);
    Files.move(DatabaseFile.path(workshop), file);
    delete(workshop);
  }

  private void fill(Connection connection, ConnectionWork filling)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
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
