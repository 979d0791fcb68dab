package io.redress.http.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.http.load.SharedCapacity.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedCapacityTest {
  @Test
  void workIsDoneWhileTheCallerHasOneAndReturnsItHoweverItEnds() {
    SharedCapacity capacity = new SharedCapacity(2, 1);
    assertThat(
            capacity.<String>during(
                "a", () -> "done " + capacity.taken(), IllegalStateException::new))
        .isEqualTo("done 1");
    assertThatThrownBy(
            () ->
                capacity.during(
                    "a",
                    () -> {
                      throw new ArithmeticException();
                    },
                    IllegalStateException::new))
        .isInstanceOf(ArithmeticException.class);
    assertThat(capacity.taken()).isZero();
    assertThatThrownBy(
            () ->
                capacity.during(
                    "a",
                    () -> capacity.during("a", () -> "twice", IllegalStateException::new),
                    UnsupportedOperationException::new))
        .isInstanceOf(IllegalStateException.class);
    assertThat(capacity.taken()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"256, 3, 192", "256, 1, 128", "8, 1, 4", "32, 1, 16", "1, 1, 1", "1, 3, 1"})
  void oneCallerGetsItsShare(long capacity, int multiple, int share) {
    SharedCapacity shared = new SharedCapacity(capacity, multiple);
    assertThat(takeAll(shared, "one")).isEqualTo(share);
    assertThat(shared.take("one", 1))
        .isEqualTo(share == capacity ? Outcome.FULL : Outcome.SHARE_USED);
    assertThat(shared.taken()).isEqualTo(share);
  }

  @Test
  void greedyCallersLeaveSomethingForThoseWhoHaveNothing() {
    SharedCapacity shared = new SharedCapacity(256, 3);
    List<Integer> shares = new ArrayList<>();
    for (int caller = 0; caller < 4; caller++) {
      shares.add(takeAll(shared, "greedy " + caller));
    }
    assertThat(shares).containsExactly(192, 48, 12, 3);
    assertThat(shared.take("modest", 1)).isEqualTo(Outcome.TAKEN);
    assertThat(shared.take("another", 1)).isEqualTo(Outcome.FULL);
  }

  @Test
  void nothingIsTakenFromNothing() {
    assertThat(new SharedCapacity(0, 3).take("one", 1)).isEqualTo(Outcome.FULL);
  }

  @Test
  void whatIsReturnedCanBeTakenAgain() {
    SharedCapacity shared = new SharedCapacity(256, 3);
    int share = takeAll(shared, "one");
    shared.give("one", share);
    assertThat(shared.taken()).isZero();
    assertThat(takeAll(shared, "two")).isEqualTo(share);
    assertThatThrownBy(() -> shared.give("one", 1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void noCallerGetsMoreThanAMultipleOfWhatWasFree() {
    Random random = new Random(9);
    for (int run = 0; run < 200; run++) {
      int capacity = 1 + random.nextInt(300);
      int multiple = 1 + random.nextInt(4);
      SharedCapacity shared = new SharedCapacity(capacity, multiple);
      long[] held = new long[5];
      long free = capacity;
      for (int step = 0; step < 500; step++) {
        int caller = random.nextInt(held.length);
        long amount = 1 + random.nextInt(20);
        if (random.nextInt(3) == 0 && held[caller] > 0) {
          amount = Math.min(amount, held[caller]);
          shared.give("" + caller, amount);
          held[caller] -= amount;
          free += amount;
        } else {
          Outcome outcome = shared.take("" + caller, amount);
          assertThat(outcome == Outcome.FULL).isEqualTo(amount > free);
          assertThat(outcome == Outcome.TAKEN)
              .isEqualTo(amount <= free && held[caller] + amount <= multiple * free);
          if (outcome == Outcome.TAKEN) {
            held[caller] += amount;
            free -= amount;
          }
        }
        assertThat(shared.taken()).isEqualTo(capacity - free).isBetween(0L, (long) capacity);
      }
    }
  }

  private static int takeAll(SharedCapacity shared, String caller) {
    int taken = 0;
    while (shared.take(caller, 1) == Outcome.TAKEN) {
      taken++;
    }
    return taken;
  }
}
