package io.redress.platform.database;

import java.sql.Driver;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What kind of database there is, and where their SQL differs. */
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

  /** How long it may take to get a connection from a server. */
  private static final String CONNECT_SECONDS = "2";

  /**
   * How much longer than a statement may take a server may be silent before it is taken for gone.
   */
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
   * What migrations write for types that have no common name: {@code ${bytes}} and {@code ${text}}
   * of any size, {@code ${row_bytes}} and {@code ${row_text}} that stay in the row itself.
   */
  Map<String, String> types() {
    return types;
  }

  /** Where the migrations are that are written for this kind alone. */
  String ownMigrations() {
    return "classpath:db/" + name().toLowerCase(Locale.ROOT);
  }

  /**
   * Connection properties, which the settings' URL may overrule, for a server that may be gone
   * without a word.
   *
   * @param limit how long a statement may take
   */
  Map<String, String> impatience(Duration limit) {
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

  /** SQL with which the server, too, gives up what takes longer. */
  String limit(Duration limit) {
    return this == EMBEDDED ? "select 1" : "set statement_timeout = " + limit.toMillis();
  }
}
