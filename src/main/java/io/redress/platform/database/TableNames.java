package io.redress.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The names of all tables of a database. */
public final class TableNames {
  private TableNames() {}

  public static List<String> of(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select table_name from information_schema.tables"
                    + " where table_schema = current_schema and table_type = 'BASE TABLE'")) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }
}
