package io.redress.journal.backup;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.redress.platform.database.DatabaseUnavailable;
import io.redress.platform.database.EmptyDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Fills an empty database of either kind with what a backup has: all of it, or nothing. */
public final class Restoration {
  private final BackupFile backup;
  private final EmptyDatabase target;
  private final LongConsumer progress;
  private long rows;

  private Restoration(BackupFile backup, EmptyDatabase target, LongConsumer progress) {
    this.backup = backup;
    this.target = target;
    this.progress = progress;
  }

  /**
   * Restores a backup. Then the database has the schema of this program.
   *
   * @param progress is called with the number of rows so far
   * @throws UnusableBackup when the backup was changed, or is of a newer program
   * @throws DatabaseUnavailable when the database is not empty, or does not answer
   */
  public static void restore(BackupFile backup, EmptyDatabase target, LongConsumer progress)
      throws IOException {
    new Restoration(backup, target, progress).restore();
  }

  private void restore() throws IOException {
    int schema = backup.header().schema();
    target.fill(
        schema,
        connection -> {
          if (Schema.version(connection) != schema) {
            throw new UnusableBackup(
                "The backup is of a newer program: %s. Restore it with that one, or a later one."
                    .formatted(backup.header().program()));
          }
          for (String table : BackedUpTables.IN_ORDER) {
            fill(table, connection);
          }
        });
  }

  private void fill(String table, Connection connection) throws SQLException, IOException {
    try (Rows inserted = new Rows(table, connection)) {
      backup.read(table, inserted::add);
      inserted.finish();
    }
  }

  /** Inserts the rows of a table. */
  private final class Rows implements AutoCloseable {
    private final String table;
    private final Connection connection;
    private @Nullable PreparedStatement insert;
    private List<ColumnKind> kinds = List.of();
    private @Nullable String numbered;
    private long waiting;

    Rows(String table, Connection connection) {
      this.table = table;
      this.connection = connection;
    }

    void add(String line) throws IOException {
      try {
        PreparedStatement known = insert;
        if (known == null) {
          begin(Backup.JSON.readValue(line, new TypeReference<>() {}));
          return;
        }
        JsonNode row = Backup.JSON.readTree(line);
        for (int column = 0; column < kinds.size(); column++) {
          kinds.get(column).bind(row.path(column), known, column + 1);
        }
        known.addBatch();
        progress.accept(++rows);
        if (++waiting % BackedUpTables.rowsAtOnce(table) == 0) {
          known.executeBatch();
        }
      } catch (SQLException | JacksonException | RuntimeException unfit) {
        throw new UnusableBackup(
            "A row of %s cannot be restored: %s".formatted(table, unfit.getMessage()));
      }
    }

    private void begin(List<String> columns) throws SQLException {
      String names = String.join(", ", columns);
      try (Statement statement = connection.createStatement();
          ResultSet none =
              statement.executeQuery("select " + names + " from " + table + " where 1 = 0")) {
        kinds = ColumnKind.of(none.getMetaData());
        numbered = Schema.numbered(none.getMetaData());
      }
      target.clear(connection, table);
      insert = connection.prepareStatement(Schema.insert(table, columns));
    }

    void finish() throws SQLException {
      if (insert != null) {
        insert.executeBatch();
      }
      if (numbered != null) {
        Schema.continueNumbers(connection, table, numbered);
      }
    }

    @Override
    public void close() throws SQLException {
      if (insert != null) {
        insert.close();
      }
    }
  }
}
