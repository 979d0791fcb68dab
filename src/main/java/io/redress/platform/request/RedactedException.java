package io.redress.platform.request;

import io.redress.platform.text.SafeMessage;
import java.io.Serial;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A failure as logs may show it: what kind it is and where it happened, but not its message.
 *
 * <p>Rules, parsers and databases quote in their messages what they fail on, such as the name of a
 * buyer, and whoever sent it could break lines with it.
 */
public final class RedactedException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  /** Causes may go round in circles. */
  private static final int MOST_CAUSES = 8;

  private RedactedException(Throwable failure, @Nullable Throwable cause) {
    super(kind(failure), cause, false, true);
    setStackTrace(failure.getStackTrace());
  }

  /** The failure with its causes, none of which says more than its kind. */
  public static RedactedException of(Throwable failure) {
    return of(failure, MOST_CAUSES);
  }

  private static RedactedException of(Throwable failure, int most) {
    Throwable cause = failure.getCause();
    return new RedactedException(failure, cause == null || most == 0 ? null : of(cause, most - 1));
  }

  private static String kind(Throwable failure) {
    String type = failure.getClass().getName();
    if (failure instanceof SafeMessage) {
      return type + ": " + failure.getMessage();
    }
    return failure instanceof SQLException sql
        ? type + " (state " + sql.getSQLState() + ", code " + sql.getErrorCode() + ")"
        : type;
  }

  /** The kind alone, in one line; with a message where that {@linkplain SafeMessage may be}. */
  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
