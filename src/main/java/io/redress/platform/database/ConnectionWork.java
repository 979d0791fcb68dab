package io.redress.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Work with a connection that is closed afterwards. */
@FunctionalInterface
public interface ConnectionWork {
  void run(Connection connection) throws SQLException, IOException;
}
