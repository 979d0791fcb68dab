package io.redress.platform.database;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells outages, which pass without a change of the program (a database that does not answer, a
 * full disk), from other failures.
 */
public final class OutageDetector {
  /**
   * SQL states that say something about the server and not about the statement: connection,
   * resources (disk full, too many clients), transaction to be tried again, cancelled, shutting
   * down or starting up, read-only, system error, H2's and PostgreSQL's wait for a lock.
   */
  private static final Pattern OUTAGE =
      Pattern.compile("08...|53...|40001|40P01|57014|57P0[1235]|25006|58...|HYT00|55P03");

  /** The states among them after which all open connections are unusable. */
  private static final Pattern BREAKS_CONNECTIONS = Pattern.compile("08...|57P0[123]");

  /**
   * H2's error codes for a store that closed after a failed write: I/O error, database closed,
   * shutting down.
   */
  private static final Set<Integer> STORE_CLOSED = Set.of(90028, 90031, 90098, 90121);

  private static final String TOO_MANY_CONNECTIONS = "53300";

  /** H2's general error code, which it also uses for a write to a full disk. */
  private static final int GENERAL_ERROR = 50000;

  /** Messages of the operating systems; Java has no exception type for it. */
  private static final Pattern DISK_FULL =
      Pattern.compile("No space left on device|Disk quota exceeded|not enough space on the disk");

  private OutageDetector() {}

  /** Whether the failure or any of its causes is an outage. */
  public static boolean isOutage(@Nullable Throwable failure) {
    return chain(failure).anyMatch(OutageDetector::isOutageItself);
  }

  /** Whether the server has no connection left. */
  static boolean isFull(SQLException failure) {
    return TOO_MANY_CONNECTIONS.equals(failure.getSQLState());
  }

  /** Whether a failure means that all connections are unusable until the database is back. */
  static boolean breaksConnections(SQLException failure) {
    return storeClosed(failure) || BREAKS_CONNECTIONS.matcher(state(failure)).matches();
  }

  /** Whether the failure or any of its causes is a full disk or an exceeded quota. */
  static boolean isDiskFull(Throwable failure) {
    return chain(failure).anyMatch(OutageDetector::isDiskFullMessage);
  }

  private static boolean isOutageItself(Throwable failure) {
    return failure instanceof DatabaseUnavailable
        || failure instanceof SQLTransientException
        || failure instanceof SQLException sql && hasOutageState(sql)
        || isDiskFullMessage(failure);
  }

  private static boolean hasOutageState(SQLException failure) {
    return storeClosed(failure) || OUTAGE.matcher(state(failure)).matches();
  }

  private static boolean storeClosed(SQLException failure) {
    return STORE_CLOSED.contains(failure.getErrorCode())
        || failure.getErrorCode() == GENERAL_ERROR
            && chain(failure).anyMatch(cause -> cause instanceof IOException);
  }

  private static boolean isDiskFullMessage(Throwable failure) {
    return failure instanceof IOException
        && failure.getMessage() != null
        && DISK_FULL.matcher(failure.getMessage()).find();
  }

  private static String state(SQLException failure) {
    return failure.getSQLState() == null ? "" : failure.getSQLState();
  }

  private static Stream<Throwable> chain(@Nullable Throwable failure) {
    return Stream.iterate(failure, one -> one != null, Throwable::getCause);
  }
}
