package io.redress.check.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoxTest {
  private static final int VALUES = 4;

  static IntStream seeds() {
    return IntStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void subtractionPutsEachPointInOnePieceOrInTheOtherBox(int seed) {
    Random random = new Random(seed);
    Box box = box(random);
    Box other = box(random);
    List<Box> pieces = box.without(other);

    for (int point = 0; point < VALUES * VALUES * VALUES; point++) {
      Box single = single(point);
      boolean left = single.within(box) && !single.within(other);
      assertThat(pieces.stream().filter(single::within)).hasSize(left ? 1 : 0);
    }
  }

  private static Box box(Random random) {
    return new Box(
        IntStream.range(0, 3)
            .mapToObj(column -> new long[] {1 + random.nextInt((1 << VALUES) - 1)})
            .toArray(long[][]::new));
  }

  private static Box single(int point) {
    return new Box(
        new long[][] {
          {1L << (point % VALUES)},
          {1L << (point / VALUES % VALUES)},
          {1L << (point / VALUES / VALUES)}
        });
  }
}
