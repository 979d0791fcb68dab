package io.redress.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** A real PostgreSQL server for tests. */
public final class PostgresServer implements AutoCloseable {
  private static final String USER = "postgres";

  private final EmbeddedPostgres server;
  private int databases;

  public PostgresServer() {
    try {
      server = EmbeddedPostgres.builder().start();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A database that nobody has used yet. */
  public DatabaseSettings fresh() {
    String name = "redress" + ++databases;
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
    return DatabaseSettings.postgresql(server.getJdbcUrl(USER, name), USER, USER);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
