package io.redress.journal.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.journal.write.DecisionRecord;
import io.redress.journal.write.NewEntry;
import io.redress.journal.write.PersonalData;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShadowQueueTest {
  private static final int LARGE = 250_000;

  private final AtomicInteger counted = new AtomicInteger();
  private final ShadowQueue queue = new ShadowQueue(counted::incrementAndGet);

  private static NewEntry entry(String facts) {
    return new NewEntry(
        new DecisionRecord(
            UUID.randomUUID(),
            "dress",
            Instant.EPOCH,
            LocalDate.EPOCH,
            "0123456789ab",
            "KEEP_TRACKING",
            "PEAK_SEASON",
            "OPEN",
            BigDecimal.ZERO,
            null,
            null,
            "shop",
            "request",
            facts,
            "{}"),
        List.of(),
        new PersonalData("{}", "{}"),
        null);
  }

  @Test
  void nothingWaitsBeforeItIsOpen() {
    queue.offer(entry("{}"));
    assertThat(queue.waiting()).isZero();
    assertThat(queue.takeDropped()).isZero();
  }

  @Test
  void whatFindsNoRoomIsDroppedAndCounted() throws InterruptedException {
    queue.open();
    for (int i = 0; i < ShadowQueue.MAX_WAITING + 10; i++) {
      queue.offer(entry("{}"));
    }
    assertThat(queue.waiting()).isEqualTo(ShadowQueue.MAX_WAITING);
    assertThat(counted).hasValue(10);
    assertThat(queue.takeDropped()).isEqualTo(10);
    assertThat(queue.takeDropped()).isZero();
    assertThat(queue.next(Duration.ZERO)).isNotNull();
    queue.offer(entry("{}"));
    assertThat(queue.takeDropped()).isZero();
  }

  @Test
  void memoryIsBoundedForLargeFacts() throws InterruptedException {
    queue.open();
    String large = "x".repeat(LARGE);
    for (int i = 0; i < ShadowQueue.MAX_WAITING; i++) {
      queue.offer(entry(large));
    }
    assertThat(queue.waiting() * (long) LARGE)
        .isBetween(ShadowQueue.MAX_SIZE - 2 * LARGE, ShadowQueue.MAX_SIZE);
    queue.next(Duration.ZERO);
    queue.takeDropped();
    queue.offer(entry(large));
    assertThat(queue.takeDropped()).isZero();
  }

  @Test
  void whatWaitsIsDroppedAtTheEnd() throws InterruptedException {
    queue.open();
    queue.offer(entry("{}"));
    queue.close();
    queue.offer(entry("{}"));
    assertThat(queue.next(Duration.ZERO)).isNull();
    assertThat(queue.takeDropped()).isEqualTo(1);
  }
}
