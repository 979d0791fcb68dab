package io.redress.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which database to use, and how to reach it.
 *
 * @param url JDBC
 */
public record DatabaseSettings(
    DatabaseKind kind, String url, @Nullable String user, @Nullable String password) {

  /**
   * A database of this process alone, in files of a folder, which is made when absent.
   *
   * <p>Without WRITE_DELAY=0 H2 keeps commits in memory for up to half a second, and a kill would
   * lose them.
   */
  public static DatabaseSettings embedded(Path folder) {
    String file = folder.toAbsolutePath().normalize().resolve("redress").toString();
    return new DatabaseSettings(
        DatabaseKind.EMBEDDED,
        "jdbc:h2:file:"
            + file.replace(";", "\\;")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=8192;TRACE_LEVEL_FILE=0",
        "redress",
        "");
  }

  /** A PostgreSQL server, which several replicas may share. */
  public static DatabaseSettings postgresql(
      String url, @Nullable String user, @Nullable String password) {
    return new DatabaseSettings(DatabaseKind.POSTGRESQL, url, user, password);
  }

  /** Without options and passwords. */
  @Override
  public String toString() {
    return url.replaceFirst("[;?].*", "");
  }
}
