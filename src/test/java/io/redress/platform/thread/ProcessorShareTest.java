package io.redress.platform.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessorShareTest {
  private long used;
  private long now;

  private final ProcessorShare share = new ProcessorShare(0.1, () -> used, () -> now);

  private void work(Duration time) {
    used += time.toNanos();
    now += time.toNanos();
  }

  @Test
  void busyThreadGetsItsShare() {
    long begun = now;
    for (int i = 0; i < 1_000; i++) {
      work(Duration.ofMillis(2));
      now += share.due().toNanos();
    }
    assertThat((double) used / (now - begun)).isBetween(0.099, 0.101);
  }

  @Test
  void littleWorkNeedsNoPause() {
    for (int i = 0; i < 1_000; i++) {
      work(Duration.ofMillis(1));
      now += Duration.ofMillis(20).toNanos();
      assertThat(share.due()).isZero();
    }
  }

  @Test
  void idleTimeIsNotSavedUp() {
    now += Duration.ofHours(1).toNanos();
    work(Duration.ofMillis(6));
    assertThat(share.due()).isZero();
    work(Duration.ofMillis(6));
    assertThat(share.due()).isEqualTo(Duration.ofMillis(54));
  }

  @Test
  void shareIsAShare() {
    for (double none : new double[] {0, -1, 1.5, Double.NaN}) {
      assertThatThrownBy(() -> ProcessorShare.ofCurrentThread(none))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(ProcessorShare.ofCurrentThread(0.5).due().isNegative()).isFalse();
  }
}
