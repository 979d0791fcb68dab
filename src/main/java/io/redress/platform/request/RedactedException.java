package io.redress.platform.request;

import io.redress.platform.text.SafeMessage;
import java.io.Serial;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A failure for the log: its type and stack trace, but not its message.
 *
 * <p>Messages of rules, parsers and databases quote the data that they fail on, such as the name of
 * a buyer, and that data could forge log lines.
 */
public final class RedactedException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  /** Chains of causes may be circular. */
  private static final int MAX_CAUSES = 8;

  private RedactedException(Throwable failure, @Nullable Throwable cause) {
    super(describe(failure), cause, false, true);
    setStackTrace(failure.getStackTrace());
  }

  /** Returns the failure and its causes, reduced to their types. */
  public static RedactedException of(Throwable failure) {
    return of(failure, MAX_CAUSES);
  }

  private static RedactedException of(Throwable failure, int remaining) {
    Throwable cause = failure.getCause();
    return new RedactedException(
        failure, cause == null || remaining == 0 ? null : of(cause, remaining - 1));
  }

  private static String describe(Throwable failure) {
    String type = failure.getClass().getName();
    if (failure instanceof SafeMessage) {
      return type + ": " + failure.getMessage();
    }
    return failure instanceof SQLException sql
        ? type + " (state " + sql.getSQLState() + ", code " + sql.getErrorCode() + ")"
        : type;
  }

  /** Returns the type, with the message of a {@link SafeMessage}. */
  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
