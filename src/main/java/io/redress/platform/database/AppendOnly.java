package io.redress.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * H2 trigger that rejects updates and deletions; PostgreSQL has a trigger in SQL. The migrations
 * refer to it by its name in {@link TriggerNames}.
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
