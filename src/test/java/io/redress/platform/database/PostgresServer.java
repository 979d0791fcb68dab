package io.redress.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A real PostgreSQL server for tests, which can be frozen, killed and restarted. */
public final class PostgresServer implements AutoCloseable {
  private static final String USER = "postgres";

  private final Path folder;
  private EmbeddedPostgres server;
  private final int port;
  private int databases;
  private boolean frozen;

  public PostgresServer() {
    try {
      folder = Files.createTempDirectory("redress-postgres");
      server = start(EmbeddedPostgres.builder());
      port = server.getPort();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private EmbeddedPostgres start(EmbeddedPostgres.Builder builder) throws IOException {
    return builder
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .setServerConfig("max_connections", "60")
        .start();
  }

  /** Creates a new database. */
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

  /** Freezes the server: it accepts connections but never answers. */
  public void freeze() {
    signal("STOP");
    frozen = true;
  }

  /** Continues after {@link #freeze()}. */
  public void thaw() {
    signal("CONT");
    frozen = false;
  }

  /** Kills the server, as a power loss does. */
  public void kill() {
    List<ProcessHandle> processes = processes();
    signal("KILL");
    processes.forEach(process -> process.onExit().join());
  }

  /** Restarts the server with its data and port. */
  public void startAgain() {
    try {
      server.close();
      server = start(EmbeddedPostgres.builder().setPort(port));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void signal(String name) {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    processes().forEach(process -> command.add(Long.toString(process.pid())));
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
  }

  /** Returns the server process and its children, one per connection. */
  private List<ProcessHandle> processes() {
    try (Stream<String> lines = Files.lines(folder.resolve("data").resolve("postmaster.pid"))) {
      ProcessHandle first =
          ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow())).orElseThrow();
      return Stream.concat(Stream.of(first), first.descendants()).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    if (frozen) {
      // A failed test would leave it running.
      thaw();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      server.close();
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
