package io.redress.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Which database to use, and how to reach it.
 *
 * @param url JDBC
 * @param folder where an embedded database has its files
 * @param wrapping what encrypts secrets in it
 */
public record DatabaseSettings(
    DatabaseKind kind,
    String url,
    @Nullable String user,
    @Nullable String password,
    @Nullable Path folder,
    WrappingKeys wrapping) {
  private static final String LOCALHOST = "jdbc:postgresql://localhost:5432/redress";

  static {
    TriggerNames.register();
  }

  /**
   * An embedded database of this process alone, in a folder that is created when missing.
   *
   * <p>Without WRITE_DELAY=0 H2 keeps commits in memory for up to half a second, and a kill would
   * lose them.
   */
  public static DatabaseSettings embedded(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    return embedded(absolute, absolute.resolve("redress").toString());
  }

  /**
   * An embedded database under H2's name for its files, which may include a file system prefix.
   *
   * @param name absolute, without the file extension
   */
  static DatabaseSettings embedded(Path folder, String name) {
    return new DatabaseSettings(
        DatabaseKind.EMBEDDED,
        "jdbc:h2:file:"
            + name.replace(";", "\\;")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=8192;TRACE_LEVEL_FILE=0",
        "redress",
        "",
        folder,
        WrappingKeys.NONE);
  }

  /** A PostgreSQL server, which several replicas may share. */
  public static DatabaseSettings postgresql(
      String url, @Nullable String user, @Nullable String password) {
    return new DatabaseSettings(
        DatabaseKind.POSTGRESQL, url, user, password, null, WrappingKeys.NONE);
  }

  /** The same database with keys that encrypt secrets in it. */
  public DatabaseSettings with(WrappingKeys keys) {
    return new DatabaseSettings(kind, url, user, password, folder, keys);
  }

  /** Whether the files are plain files, which tests of full disks replace. */
  boolean onDisk() {
    return folder != null && url.contains("jdbc:h2:file:" + folder.resolve("redress"));
  }

  /** Opens a connection outside the pool. */
  Connection connect(Duration limit) throws SQLException {
    Properties properties = new Properties();
    properties.putAll(kind.timeouts(limit));
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    @Nullable Connection connection = kind.driver().connect(url, properties);
    if (connection == null) {
      throw new SQLException("No driver accepts this URL");
    }
    return connection;
  }

  /**
   * Returns the settings of the configuration.
   *
   * @param kind {@code embedded} or {@code postgresql}
   * @param data folder of the embedded database
   * @param url of the PostgreSQL server; null for localhost
   */
  public static DatabaseSettings configured(
      String kind,
      Path data,
      @Nullable String url,
      @Nullable String user,
      @Nullable String password) {
    return switch (kind.strip().toLowerCase(Locale.ROOT)) {
      case "embedded" -> embedded(data);
      case "postgresql" -> postgresql(url == null ? LOCALHOST : url, user, password);
      default ->
          throw new DatabaseUnavailable(
              "REDRESS_DATABASE " + kind + " is unknown. Use embedded or postgresql.");
    };
  }

  /** Returns the URL without options, which may hold passwords. */
  @Override
  public String toString() {
    return url.replaceFirst("[;?].*", "");
  }
}
