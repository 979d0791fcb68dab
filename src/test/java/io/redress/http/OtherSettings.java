package io.redress.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/**
 * A service with a movable clock, behind a proxy, and with little patience: one start for tests
 * that need one of these.
 */
public final class OtherSettings implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "redress.request.arrival-limit", "1s",
        "quarkus.http.proxy.proxy-address-forwarding", "true");
  }

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(MovableClock.class);
  }

  /** The clock of the system, moved. */
  @Singleton
  @Alternative
  public static class MovableClock extends Clock {
    private volatile Duration moved = Duration.ZERO;

    public void move(Duration by) {
      moved = by;
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(moved);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
