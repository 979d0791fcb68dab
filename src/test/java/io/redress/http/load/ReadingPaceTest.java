package io.redress.http.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingPaceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int WRITE = 64 << 10;

  /** By kilobytes a second. */
  @ParameterizedTest
  @CsvSource({"2, 0", "4, 2", "16, 14", "20, 23"})
  void slowClientsAreGivenUp(int rate, int writes) {
    assertThat(writesUntilGivenUp(rate, 1_000)).isEqualTo(writes);
  }

  @ParameterizedTest
  @CsvSource({"32", "64", "10000"})
  void otherClientsMayReadForEver(int rate) {
    assertThat(writesUntilGivenUp(rate, 1_000_000)).isEqualTo(1_000_000);
  }

  @Test
  void whoHasReadMuchMayPauseNoLongerThanOthers() {
    ReadingPace pace = new ReadingPace(PATIENCE);
    pace.read(1L << 30, Duration.ofSeconds(1));
    assertThat(pace.next()).isEqualTo(PATIENCE);
  }

  @Test
  void pausesAddUp() {
    ReadingPace pace = new ReadingPace(PATIENCE);
    pace.read(0, Duration.ofSeconds(20));
    assertThat(pace.next()).isEqualTo(Duration.ofSeconds(10));
    pace.read(5L * ReadingPace.BYTES_A_SECOND, Duration.ZERO);
    assertThat(pace.next()).isEqualTo(Duration.ofSeconds(15));
    pace.read(0, Duration.ofSeconds(15));
    assertThat(pace.next()).isZero();
  }

  private static int writesUntilGivenUp(int kilobytes, int most) {
    ReadingPace pace = new ReadingPace(PATIENCE);
    Duration each = Duration.ofNanos(WRITE * 1_000_000_000L / (kilobytes << 10));
    for (int write = 0; write < most; write++) {
      if (each.compareTo(pace.next()) > 0) {
        return write;
      }
      pace.read(WRITE, each);
    }
    return most;
  }
}
