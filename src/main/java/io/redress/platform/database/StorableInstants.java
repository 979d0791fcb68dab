package io.redress.platform.database;

import java.time.Instant;

/** The range of instants that both databases store and compare. */
public final class StorableInstants {
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private StorableInstants() {}

  public static boolean contain(Instant instant) {
    return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
  }
}
