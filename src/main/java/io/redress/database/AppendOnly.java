package io.redress.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Has the embedded database refuse to change a row or take it away, as PostgreSQL does by itself.
 * Databases name this class, so it may not be renamed.
 */
public class AppendOnly implements Trigger {
  private static final String RAISED = "P0001";

  private String table = "";

  @Override
  public void init(
      Connection connection,
      String schema,
      String trigger,
      String table,
      boolean before,
      int type) {
    this.table = table;
  }

  @Override
  public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
      throws SQLException {
    throw refusal();
  }

  final SQLException refusal() {
    return new SQLException(table + " is append-only", RAISED);
  }
}
