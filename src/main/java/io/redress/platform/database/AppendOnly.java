package io.redress.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the embedded database refuse to change or delete a row, as PostgreSQL does by itself. The
 * migrations know this class by the name in {@link TriggerNames}.
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
