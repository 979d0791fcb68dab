package io.redress.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A database that is read as it is: it is not made where there is none, and its tables stay. */
public final class ExistingDatabase {
  /** How long a server may take for the next rows of a long result. */
  private static final Duration READING_TIMEOUT = Duration.ofMinutes(1);

  private ExistingDatabase() {}

  /**
   * Reads a database as it is at this moment, whatever others write meanwhile.
   *
   * @throws DatabaseUnavailable when there is none, or it does not answer
   */
  public static void readAtOneMoment(DatabaseSettings settings, ConnectionWork reading)
      throws IOException {
    if (settings.folder() != null && !Files.exists(DatabaseFile.path(settings.folder()))) {
      throw new DatabaseUnavailable(
          "There is no database in %s. Name its folder with --data or REDRESS_DATA_DIR."
              .formatted(settings.folder()));
    }
    try (Connection connection = settings.connect(READING_TIMEOUT)) {
      settings.kind().beginSnapshot(connection);
      reading.run(connection);
    } catch (SQLException failed) {
      throw new DatabaseUnavailable(settings, failed);
    }
  }
}
