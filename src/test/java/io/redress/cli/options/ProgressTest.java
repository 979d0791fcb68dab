package io.redress.cli.options;

import static io.redress.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final List<String> shown = new CopyOnWriteArrayList<>();

  @Test
  void whatTakesLongerIsShownWithItsStepsAndWords() {
    try (Progress progress = counting(true, Duration.ZERO)) {
      progress.to(123);
      progress.say("disputes decided");
      await()
          .untilAsserted(
              () ->
                  assertThat(shown)
                      .anyMatch(
                          line ->
                              line.contains("Checking")
                                  && line.contains("123")
                                  && line.contains("disputes decided")));
    }
  }

  @Test
  void shortWorkAndOtherOutputsShowNothing() throws Exception {
    try (Progress brief = counting(true, LONG);
        Progress silent = counting(false, Duration.ZERO);
        InputStream in = brief.watching(new ByteArrayInputStream(new byte[] {1, 2, 3}))) {
      assertThat(in.read()).isEqualTo(1);
      assertThat(in.readAllBytes()).containsExactly(2, 3);
      silent.to(1);
    }
    assertThat(shown).isEmpty();
  }

  private Progress counting(boolean visible, Duration patience) {
    return Progress.counting(
        new ProgressBarBuilder().setConsumer(new DelegatingProgressBarConsumer(shown::add, 100)),
        "Checking",
        visible,
        patience);
  }
}
