package io.redress.check.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowIntersectionsTest {

  /** The last case has more distinct cells than are compared, so its columns are ignored. */
  @ParameterizedTest
  @CsvSource({"1,30,4", "2,200,12", "3,200,40", "4,1500,1500"})
  void rowsThatMeetAreNeverMissedAndOthersAreLeftOutWhereCellsAreFew(
      long seed, int rows, int cells) {
    Random random = new Random(seed);
    long[][] wide = sides(random, cells);
    long[][] narrow = sides(random, 3);
    List<Box> boxes =
        IntStream.range(0, rows)
            .mapToObj(
                row ->
                    new Box(
                        new long[][] {
                          wide[row % cells], narrow[random.nextInt(narrow.length)],
                        }))
            .toList();

    RowIntersections intersections = RowIntersections.of(boxes);

    for (int row = 0; row < rows; row += 7) {
      Box box = boxes.get(row);
      List<Integer> intersecting =
          IntStream.range(0, rows)
              .filter(other -> box.intersects(boxes.get(other)))
              .boxed()
              .toList();
      int here = row;
      List<Integer> above = intersecting.stream().filter(other -> other < here).toList();
      List<Integer> below = intersecting.stream().filter(other -> other > here).toList();
      List<Integer> foundBelow = IntStream.of(intersections.below(row)).boxed().toList();
      assertThat(intersections.above(row)).containsAll(above);
      assertThat(foundBelow).containsAll(below);
      if (cells < rows) {
        assertThat(intersections.above(row)).isEqualTo(above);
        assertThat(foundBelow).isEqualTo(below);
      }
    }
  }

  /** Sets of few values, so that many of them are disjoint. */
  private static long[][] sides(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(side -> new long[] {1L << random.nextInt(20) | 1L << random.nextInt(20)})
        .toArray(long[][]::new);
  }
}
