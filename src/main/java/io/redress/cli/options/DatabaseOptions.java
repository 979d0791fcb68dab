package io.redress.cli.options;

import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The database of the service, found as the service finds it. */
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
   * PostgreSQL's address and password come from the environment, where no list of processes shows
   * them.
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
