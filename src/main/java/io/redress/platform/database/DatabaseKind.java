package io.redress.platform.database;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The supported databases, and where their SQL and drivers differ. */
public enum DatabaseKind {
  /** H2, in files that one process at a time may open. */
  EMBEDDED(
      new org.h2.Driver(),
      Map.of(
          "bytes", "BINARY LARGE OBJECT",
          "text", "CHARACTER LARGE OBJECT",
          "row_bytes", "VARBINARY(1000000)",
          "row_text", "VARCHAR(1000000)")),
  /** A server that several replicas share. */
  POSTGRESQL(
      new org.postgresql.Driver(),
      Map.of("bytes", "BYTEA", "text", "TEXT", "row_bytes", "BYTEA", "row_text", "TEXT"));

  /** Timeout of a connection attempt, in seconds. */
  private static final String CONNECT_SECONDS = "2";

  /** How long after the statement timeout a silent server is treated as gone. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Driver driver;
  private final Map<String, String> types;

  DatabaseKind(Driver driver, Map<String, String> types) {
    this.driver = driver;
    this.types = types;
  }

  Driver driver() {
    return driver;
  }

  /**
   * Placeholders of the migrations for types without a common name: {@code ${bytes}} and {@code
   * ${text}} of any size, {@code ${row_bytes}} and {@code ${row_text}} that stay in the row itself.
   */
  Map<String, String> types() {
    return types;
  }

  /** Returns the location of the migrations that only this database has. */
  String ownMigrations() {
    return "classpath:db/" + name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns driver properties that detect a server which vanished without closing connections. The
   * URL may override them.
   *
   * @param limit statement timeout
   */
  Map<String, String> timeouts(Duration limit) {
    String seconds = Long.toString(limit.plus(GRACE).toSeconds());
    return this == EMBEDDED
        ? Map.of()
        : Map.of(
            "connectTimeout", CONNECT_SECONDS,
            "loginTimeout", CONNECT_SECONDS,
            "cancelSignalTimeout", CONNECT_SECONDS,
            "socketTimeout", seconds,
            "tcpKeepAlive", "true",
            "ApplicationName", "redress");
  }

  /** Returns the SQL that sets the statement timeout on the server. */
  String timeoutSql(Duration limit) {
    return this == EMBEDDED ? "select 1" : "set statement_timeout = " + limit.toMillis();
  }

  /**
   * Has a connection see the database as it is now, whatever others write meanwhile, and fetch long
   * results part by part.
   */
  void beginSnapshot(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    if (this == EMBEDDED) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("set lazy_query_execution 1");
      }
      connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    } else {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
    }
  }

  /** Returns the SQL that removes all rows of a table from which none may be deleted. */
  List<String> clearing(String table) {
    return this == EMBEDDED
        ? List.of("truncate table " + table)
        : List.of(
            "alter table " + table + " disable trigger user",
            "delete from " + table,
            "alter table " + table + " enable trigger user");
  }
}
