package io.redress.platform.database;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells the failures that pass, be it of a database that does not answer or of a disk that is full,
 * from those that a programmer has to correct.
 */
public final class OutageDetector {
  /**
   * Classes and states of SQL that say so little of the statement and so much of the server:
   * connection, resources (disk full, too many clients), transaction to be tried again, cancelled,
   * shutting down or starting up, read-only, system error, H2's and PostgreSQL's wait for a lock.
   */
  private static final Pattern PASSING =
      Pattern.compile("08...|53...|40001|40P01|57014|57P0[1235]|25006|58...|HYT00|55P03");

  /** Those of them after which no connection made before is of use. */
  private static final Pattern BREAKING = Pattern.compile("08...|57P0[123]");

  /**
   * H2's codes for a store that was closed after a write failed: input or output went wrong,
   * closed, called while shutting down.
   */
  private static final Set<Integer> STORE_CLOSED = Set.of(90028, 90031, 90098, 90121);

  /** H2's code for what it has no other code for, such as a write that found no room. */
  private static final int GENERAL_ERROR = 50000;

  /** As operating systems word it: there is no exception of its own for it. */
  private static final Pattern NO_ROOM =
      Pattern.compile("No space left on device|Disk quota exceeded|not enough space on the disk");

  private OutageDetector() {}

  /** Whether a failure was caused by an outage, however deep down. */
  public static boolean isOutage(@Nullable Throwable failure) {
    return chain(failure).anyMatch(OutageDetector::is);
  }

  /** Whether a failure means that other uses of the database fail, too, until it is back. */
  static boolean breaksConnections(SQLException failure) {
    return storeClosed(failure) || BREAKING.matcher(state(failure)).matches();
  }

  /** Whether a disk was full, or somebody's share of it. */
  static boolean isDiskFull(Throwable failure) {
    return chain(failure).anyMatch(OutageDetector::isNoRoom);
  }

  private static boolean is(Throwable failure) {
    return failure instanceof DatabaseUnavailable
        || failure instanceof SQLTransientException
        || failure instanceof SQLException sql && passes(sql)
        || isNoRoom(failure);
  }

  private static boolean passes(SQLException failure) {
    return storeClosed(failure) || PASSING.matcher(state(failure)).matches();
  }

  private static boolean storeClosed(SQLException failure) {
    return STORE_CLOSED.contains(failure.getErrorCode())
        || failure.getErrorCode() == GENERAL_ERROR
            && chain(failure).anyMatch(cause -> cause instanceof IOException);
  }

  private static boolean isNoRoom(Throwable failure) {
    return failure instanceof IOException
        && failure.getMessage() != null
        && NO_ROOM.matcher(failure.getMessage()).find();
  }

  private static String state(SQLException failure) {
    return failure.getSQLState() == null ? "" : failure.getSQLState();
  }

  private static Stream<Throwable> chain(@Nullable Throwable failure) {
    return Stream.iterate(failure, one -> one != null, Throwable::getCause);
  }
}
