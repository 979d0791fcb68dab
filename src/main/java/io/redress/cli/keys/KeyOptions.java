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

/** Where keys are kept, and what to do with them there. */
final class KeyOptions {
  private static final int UNREACHABLE = 2;

  @Mixin private DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = {
        "Asks a running service, such as http://localhost:8080, whose embedded database nobody else"
            + " can open; a key with the role admin is taken from REDRESS_API_KEY."
      })
  private @Nullable URI server;

  /** What a command does, and how it ends. */
  @FunctionalInterface
  interface Work {
    int with(Keys keys) throws IOException;
  }

  /** Exit code 2 when the keys can not be reached or the service refuses. */
  int run(PrintWriter errors, Work work) {
    try (Keys keys = open()) {
      return work.with(keys);
    } catch (DatabaseUnavailable unavailable) {
      errors.println(unavailable.getMessage());
      errors.println("If that is a running service, ask it with --server http://localhost:8080.");
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
    return "%s  %-20s  %-28s  made %s by %s, %s, last used %s"
        .formatted(
            key.id(),
            key.name(),
            String.join(",", new TreeSet<>(key.roles())),
            key.createdAt(),
            key.createdBy(),
            end(key),
            key.lastUsedAt() == null ? "never" : key.lastUsedAt());
  }

  private static String end(ApiKey key) {
    if (key.revokedAt() != null) {
      return "revoked " + key.revokedAt();
    }
    return key.expiresAt() == null ? "never expires" : "expires " + key.expiresAt();
  }
}
