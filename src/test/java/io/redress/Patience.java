package io.redress;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * How long tests wait for what comes sooner or later: far longer than it takes, as a test that
 * measured it would fail on a busy machine.
 */
public final class Patience {
  /** For {@code @Timeout}. */
  public static final int SECONDS = 180;

  public static final Duration LIMIT = Duration.ofSeconds(SECONDS);

  private Patience() {}

  public static ConditionFactory await() {
    return Awaitility.await().atMost(LIMIT);
  }
}
