package io.redress.cli.keys;

import io.redress.cli.options.DatabaseOptions;
import io.redress.cli.options.RemoteService;
import io.redress.platform.database.DatabaseUnavailable;
import io.redress.security.access.ApiKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where keys are stored, and access to them. */
final class KeyOptions {
  private static final int UNREACHABLE = 2;

  @Mixin private DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = {
        "A running service, such as http://localhost:8080; needed while it has the embedded"
            + " database open. A key with the role admin is read from REDRESS_API_KEY."
      })
  private @Nullable URI server;

  /** The work of a command; returns its exit code. */
  @FunctionalInterface
  interface Work {
    int with(Keys keys) throws IOException;
  }

  /** Runs the work; returns exit code 2 if the keys cannot be reached or the service refuses. */
  int run(PrintWriter errors, Work work) {
    try (Keys keys = open()) {
      return work.with(keys);
    } catch (DatabaseUnavailable unavailable) {
      errors.println(unavailable.getMessage());
      errors.println("If a running service has it open, use --server http://localhost:8080.");
    } catch (IOException refused) {
      errors.println(refused.getMessage());
    }
    return UNREACHABLE;
  }

  private Keys open() {
    return server == null
        ? new StoredKeys(database.open())
        : new RemoteKeys(RemoteService.at(server));
  }

  static String line(ApiKey key) {
    return "%s  %-20s  %-28s  created %s by %s, %s, last used %s%s"
        .formatted(
            key.id(),
            key.name(),
            String.join(",", new TreeSet<>(key.roles())),
            key.createdAt(),
            key.createdBy(),
            end(key),
            key.lastUsedAt() == null ? "never" : key.lastUsedAt(),
            key.account() == null ? "" : ", account " + key.account());
  }

  private static String end(ApiKey key) {
    if (key.revokedAt() != null) {
      return "revoked " + key.revokedAt();
    }
    return key.expiresAt() == null ? "never expires" : "expires " + key.expiresAt();
  }
}
