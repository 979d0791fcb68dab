package io.redress.journal.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the database says of its tables. */
final class Schema {
  private Schema() {}

  /** The number of the last migration. */
  static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select max(cast(version as integer)) from flyway_schema_history where success")) {
      row.next();
      return row.getInt(1);
    }
  }

  static List<String> columns(ResultSetMetaData row) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int column = 1; column <= row.getColumnCount(); column++) {
      names.add(row.getColumnName(column));
    }
    return names;
  }

  /** The statement that inserts a row, with numbers that the database would give otherwise. */
  static String insert(String table, List<String> columns) {
    return "insert into %s (%s) overriding system value values (%s)"
        .formatted(
            table,
            String.join(", ", columns),
            String.join(", ", Collections.nCopies(columns.size(), "?")));
  }

  /** The column that gets its numbers from the database; null if none does. */
  static @Nullable String numbered(ResultSetMetaData row) throws SQLException {
    for (int column = 1; column <= row.getColumnCount(); column++) {
      if (row.isAutoIncrement(column)) {
        return row.getColumnName(column);
      }
    }
    return null;
  }

  /** Has the database go on after the highest number. */
  static void continueNumbers(Connection connection, String table, String column)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long next;
      try (ResultSet row =
          statement.executeQuery("select coalesce(max(" + column + "), 0) + 1 from " + table)) {
        row.next();
        next = row.getLong(1);
      }
      statement.execute(
          "alter table " + table + " alter column " + column + " restart with " + next);
    }
  }
}
