package io.redress.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7Test {
  private static final Instant NOW = Instant.parse("2026-03-05T20:00:00.123Z");

  @Test
  void uuidHasVersionVariantAndMillisecond() {
    UUID id = new UuidV7(Clock.fixed(NOW, ZoneOffset.UTC)).next();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void idsOfOneMillisecondGrow() {
    UuidV7 ids = new UuidV7(Clock.fixed(NOW, ZoneOffset.UTC));
    List<String> made = Stream.generate(ids::next).limit(20_000).map(UUID::toString).toList();
    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void idsGrowWhenTheClockIsSetBack() {
    SettableClock clock = new SettableClock(NOW);
    UuidV7 ids = new UuidV7(clock);
    String before = ids.next().toString();
    clock.now = NOW.minus(Duration.ofHours(1));
    assertThat(ids.next().toString()).isGreaterThan(before);
  }

  @Test
  void concurrentIdsDiffer() {
    UuidV7 ids = new UuidV7(Clock.systemUTC());
    assertThat(IntStream.range(0, 20_000).parallel().mapToObj(i -> ids.next()).toList())
        .doesNotHaveDuplicates();
  }

  private static final class SettableClock extends Clock {
    private Instant now;

    SettableClock(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
