package io.redress.database;

import java.sql.Driver;
import java.util.Locale;
import java.util.Map;

/** What kind of database there is, and where their SQL differs. */
public enum DatabaseKind {
  /** H2, in files that one process at a time may open. */
  EMBEDDED(
      org.h2.Driver.class,
      Map.of(
          "bytes", "BINARY LARGE OBJECT",
          "text", "CHARACTER LARGE OBJECT",
          "row_bytes", "VARBINARY(1000000)",
          "row_text", "VARCHAR(1000000)")),
  /** A server that several replicas share. */
  POSTGRESQL(
      org.postgresql.Driver.class,
      Map.of("bytes", "BYTEA", "text", "TEXT", "row_bytes", "BYTEA", "row_text", "TEXT"));

  private final Class<? extends Driver> driver;
  private final Map<String, String> types;

  DatabaseKind(Class<? extends Driver> driver, Map<String, String> types) {
    this.driver = driver;
    this.types = types;
  }

  Class<? extends Driver> driver() {
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
}
