package io.redress.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"[5..10]", "[5..10)", "(5..10]", "(-5..1.5)", ">= 5", "> 5", "<= 5", "< 5"})
  void anIntervalIsReadAsItIsWritten(String text) {
    assertThat(numbers(text).map(Interval::text)).contains(text);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = "[ 5 .. 10 ] | [5..10]\n>=5 | >= 5\n<  5 | < 5")
  void blanksAroundItsEndsDoNotMatter(String text, String written) {
    assertThat(numbers(text).map(Interval::text)).contains(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "", "[5]", "[..5]", "5..10", "]5..10[", "LOST", ">"})
  void anyOtherTextIsNone(String text) {
    assertThat(IntervalText.parse(text)).isEmpty();
  }

  @Test
  void itsEndsMayBeDays() {
    Optional<Interval> march =
        IntervalText.parse("[2026-03-01..2026-04-01)")
            .flatMap(text -> text.read(end -> Optional.of(LocalDate.parse(end))));

    assertThat(march).isPresent();
    assertThat(march.orElseThrow().holds(LocalDate.of(2026, 3, 31))).isTrue();
    assertThat(march.orElseThrow().holds(LocalDate.of(2026, 4, 1))).isFalse();
  }

  @Test
  void everyEndThatCannotBeReadIsReported() {
    List<String> ends = new ArrayList<>();
    Optional<Interval> read =
        IntervalText.parse("[A..B]")
            .flatMap(
                text ->
                    text.read(
                        end -> {
                          ends.add(end);
                          return Optional.empty();
                        }));

    assertThat(read).isEmpty();
    assertThat(ends).containsExactly("A", "B");
  }

  private static Optional<Interval> numbers(String text) {
    return IntervalText.parse(text)
        .flatMap(written -> written.read(end -> Optional.of(new BigDecimal(end))));
  }
}
