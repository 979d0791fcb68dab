package io.redress.database;

import java.sql.Driver;
import java.util.Map;

/** What kind of database there is, and where their SQL differs. */
public enum DatabaseKind {
  /** H2, in files that one process at a time may open. */
  EMBEDDED(org.h2.Driver.class, "BINARY LARGE OBJECT", "CHARACTER LARGE OBJECT"),
  /** A server that several replicas share. */
  POSTGRESQL(org.postgresql.Driver.class, "BYTEA", "TEXT");

  private final Class<? extends Driver> driver;
  private final Map<String, String> types;

  DatabaseKind(Class<? extends Driver> driver, String bytes, String text) {
    this.driver = driver;
    this.types = Map.of("bytes", bytes, "text", text);
  }

  Class<? extends Driver> driver() {
    return driver;
  }

  /** What migrations write for types that have no common name, such as {@code ${bytes}}. */
  Map<String, String> types() {
    return types;
  }
}
