package io.redress.cli.options;

import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.database.WrappingKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options for the service's database, with the same defaults as the service. */
public final class DatabaseOptions {
  private static final Duration NOTICE_AFTER = Duration.ofSeconds(2);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--database",
      paramLabel = "KIND",
      defaultValue = "${env:REDRESS_DATABASE:-embedded}",
      description = "embedded or postgresql (default: ${DEFAULT-VALUE}).")
  private String kind = "embedded";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:REDRESS_DATA_DIR:-data}",
      description = "Folder of the embedded database (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  /**
   * What the options say. The URL and password of PostgreSQL come from environment variables, which
   * are not shown in lists of processes.
   */
  public DatabaseSettings settings() {
    return DatabaseSettings.configured(
            kind,
            data,
            variable("REDRESS_POSTGRESQL_URL"),
            variable("REDRESS_POSTGRESQL_USER"),
            variable("REDRESS_POSTGRESQL_PASSWORD"))
        .with(
            WrappingKeys.configured(
                variable("REDRESS_PERSONAL_DATA_KEY"), variable("REDRESS_PERSONAL_DATA_OLD_KEYS")));
  }

  /** Opens the database. */
  public Database open() {
    DatabaseSettings settings = settings();
    CompletableFuture<Void> opened = new CompletableFuture<>();
    opened
        .completeOnTimeout(null, NOTICE_AFTER.toMillis(), TimeUnit.MILLISECONDS)
        .thenRun(() -> spec.commandLine().getErr().println("Waiting for the database " + settings));
    try {
      return Database.open(settings);
    } finally {
      opened.cancel(false);
    }
  }

  private static @Nullable String variable(String name) {
    return System.getenv(name);
  }
}
