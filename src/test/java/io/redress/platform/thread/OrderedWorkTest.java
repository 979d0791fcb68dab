package io.redress.platform.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedWorkTest {
  @Test
  void resultsHaveTheOrderOfTheSource() throws IOException {
    Random random = new Random(3);
    for (int count : new int[] {0, 1, 63, 64, 65, 5_000}) {
      Iterator<Integer> numbers = IntStream.range(0, count).iterator();
      int[] spins = random.ints(count, 0, 2_000).toArray();
      List<Integer> results = new ArrayList<>();
      OrderedWork.run(
          () -> numbers.hasNext() ? numbers.next() : null,
          3,
          number -> {
            for (int i = 0; i < spins[number]; i++) {
              Thread.onSpinWait();
            }
            return number;
          },
          results::addAll);
      assertThat(results).isEqualTo(IntStream.range(0, count).boxed().toList());
    }
  }

  @Test
  void fewAreReadBeforeResultsArePassedOn() throws IOException {
    AtomicInteger read = new AtomicInteger();
    AtomicInteger passed = new AtomicInteger();
    AtomicInteger ahead = new AtomicInteger();
    OrderedWork.run(
        () -> {
          ahead.accumulateAndGet(read.get() - passed.get(), Math::max);
          return read.get() == 10_000 ? null : read.incrementAndGet();
        },
        2,
        number -> number,
        results -> passed.addAndGet(results.size()));
    assertThat(passed).hasValue(10_000);
    assertThat(ahead).hasValueLessThan(500);
  }

  @Test
  void whatWasReadBeforeAFailureIsPassedOn() {
    AtomicInteger read = new AtomicInteger();
    List<Integer> results = new ArrayList<>();
    assertThatThrownBy(
            () ->
                OrderedWork.run(
                    () -> {
                      if (read.get() == 100) {
                        throw new IOException("torn");
                      }
                      return read.incrementAndGet();
                    },
                    2,
                    number -> number,
                    results::addAll))
        .isInstanceOf(IOException.class)
        .hasMessage("torn");
    assertThat(results).hasSize(100);
  }

  @Test
  void failuresOfTheWorkAndOfTheTargetEndIt() {
    assertThatThrownBy(
            () ->
                OrderedWork.run(
                    () -> 1,
                    2,
                    number -> {
                      throw new IllegalArgumentException("bad");
                    },
                    results -> {}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                OrderedWork.run(
                    () -> 1,
                    2,
                    number -> number,
                    results -> {
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
  }
}
