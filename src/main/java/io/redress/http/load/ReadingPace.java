package io.redress.http.load;

import java.time.Duration;

/**
 * How long a response may still wait for its client. A client gets some patience, and a second more
 * for each {@value #BYTES_A_SECOND} bytes that it has read: one that reads more slowly all the time
 * is given up, and so is one that pauses for too long. Not safe for use by several threads.
 */
final class ReadingPace {
  static final int BYTES_A_SECOND = 32 << 10;

  private final Duration patience;
  private Duration left;

  ReadingPace(Duration patience) {
    this.patience = patience;
    this.left = patience;
  }

  /** How long the client may take to read what is written next; not positive: it is given up. */
  Duration next() {
    return left.compareTo(patience) < 0 ? left : patience;
  }

  /** Counts what the client has read, and how long the response waited for that. */
  void read(long bytes, Duration waited) {
    left = left.plusNanos(bytes * 1_000_000_000L / BYTES_A_SECOND).minus(waited);
  }
}
