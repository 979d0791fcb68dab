package io.redress.platform.database;

import java.io.Serial;
import java.sql.SQLException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/** The database cannot be used; the message says which one, why, and what to do. */
public final class DatabaseUnavailable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  /** H2's error code for files locked by another process. */
  private static final int IN_USE = 90020;

  DatabaseUnavailable(String message) {
    super(message);
  }

  /** A copy with its own stack trace, for another caller. */
  DatabaseUnavailable(DatabaseUnavailable known) {
    super(known.getMessage(), known.getCause());
  }

  DatabaseUnavailable(DatabaseSettings settings, Exception cause) {
    super("The database " + settings + " " + problem(settings, cause), cause);
  }

  static DatabaseUnavailable newerSchema(DatabaseSettings settings, String version) {
    return new DatabaseUnavailable(
        "The database "
            + settings
            + " has the schema of a newer program (version "
            + version
            + "), and this one would leave out what that stores. Start the newer program, or restore"
            + " a backup from before it was started.");
  }

  private static String problem(DatabaseSettings settings, Exception cause) {
    SQLException sql = sql(cause);
    return sql != null && sql.getErrorCode() == IN_USE
        ? "is in use by another process. Ask that service with --server, stop it, or set another"
            + " REDRESS_DATA_DIR."
        : "cannot be used: " + reason(cause) + advice(settings, cause);
  }

  private static String reason(Exception cause) {
    SQLException sql = sql(cause);
    String message = String.valueOf((sql == null ? cause : sql).getMessage());
    return message.lines().findFirst().orElse("").replaceFirst("[.]?$", ".");
  }

  private static String advice(DatabaseSettings settings, Exception cause) {
    if (cause instanceof DatabaseFile.Gone) {
      return " Put them back where they were, or restart the service to begin with other ones.";
    }
    if (cause instanceof FlywayValidateException) {
      return " Its schema was made by another program, or was changed. Start the program that made it, or"
          + " restore a backup.";
    }
    return settings.kind() == DatabaseKind.EMBEDDED
        ? " Check that this service may write to REDRESS_DATA_DIR, and that the disk has room."
        : " Check REDRESS_POSTGRESQL_URL, _USER and _PASSWORD, and that the server runs.";
  }

  private static @Nullable SQLException sql(Throwable cause) {
    for (Throwable one = cause; one != null; one = one.getCause()) {
      if (one instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}
