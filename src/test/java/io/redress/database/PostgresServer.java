package io.redress.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A real PostgreSQL server for tests, with a fresh database for each who asks. */
public final class PostgresServer implements AutoCloseable {
  private static final String USER = "postgres";

  private final EmbeddedPostgres server;

  public PostgresServer() {
    try {
      server = EmbeddedPostgres.builder().start();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public DatabaseSettings settings() {
    return DatabaseSettings.postgresql(server.getJdbcUrl(USER, USER), USER, USER);
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
