package io.redress.platform.text;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Generates UUIDs of version 7 (RFC 9562). Each is greater than the one before, even within one
 * millisecond or when the clock is set back.
 */
public class UuidV7 {
  private static final int COUNTER_BITS = 12;
  private static final int COUNTER_START_BOUND = 1 << (COUNTER_BITS - 1);
  private static final int VERSION = 7;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Milliseconds since 1970, then the counter within the millisecond. */
  private final AtomicLong last = new AtomicLong();

  public UuidV7(Clock clock) {
    this.clock = clock;
  }

  public UUID next() {
    long fresh = clock.millis() << COUNTER_BITS | random.nextInt(COUNTER_START_BOUND);
    long stamp = last.updateAndGet(before -> Math.max(before + 1, fresh));
    long counter = stamp & ((1 << COUNTER_BITS) - 1);
    long high = stamp >>> COUNTER_BITS << 16 | VERSION << COUNTER_BITS | counter;
    long low = random.nextLong() & Long.MAX_VALUE >>> 1 | Long.MIN_VALUE;
    return new UUID(high, low);
  }
}
