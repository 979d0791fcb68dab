package io.redress.platform.database;

import java.io.Serial;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database can not be used; the message says which one, why, and what to do. */
public final class DatabaseUnavailable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  /** H2's code for files that another process has open. */
  private static final int IN_USE = 90020;

  DatabaseUnavailable(String message) {
    super(message);
  }

  /** The same, told to somebody else. */
  DatabaseUnavailable(DatabaseUnavailable known) {
    super(known.getMessage(), known.getCause());
  }

  DatabaseUnavailable(DatabaseSettings settings, Exception cause) {
    super(
        "The database " + settings + " can not be used: " + reason(cause) + advice(settings, cause),
        cause);
  }

  private static String reason(Exception cause) {
    SQLException sql = sql(cause);
    String message = String.valueOf((sql == null ? cause : sql).getMessage());
    return message.lines().findFirst().orElse("").replaceFirst("[.]?$", ".");
  }

  private static String advice(DatabaseSettings settings, Exception cause) {
    SQLException sql = sql(cause);
    if (sql != null && sql.getErrorCode() == IN_USE) {
      return " Another process has it open: stop that one, or name another REDRESS_DATA_DIR.";
    }
    return settings.kind() == DatabaseKind.EMBEDDED
        ? " Let this service write to its REDRESS_DATA_DIR."
        : " Look at REDRESS_POSTGRESQL_URL, _USER and _PASSWORD, and whether the server runs.";
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
