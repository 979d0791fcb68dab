package io.redress.cli.options;

import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for the service's database, with the same defaults as the service. */
public final class DatabaseOptions {
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
   * Opens the database. The URL and password of PostgreSQL come from environment variables, which
   * are not shown in lists of processes.
   */
  public Database open() {
    return Database.open(
        DatabaseSettings.configured(
            kind,
            data,
            variable("REDRESS_POSTGRESQL_URL"),
            variable("REDRESS_POSTGRESQL_USER"),
            variable("REDRESS_POSTGRESQL_PASSWORD")));
  }

  private static @Nullable String variable(String name) {
    return System.getenv(name);
  }
}
