package io.redress.check.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {
  private static final String LONG =
      "Dear Anna, we are very sorry. We offer you 7% off your next order. Kind regards, the shop.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5%       | ...offer you 7% off you...",
        "the shop | ...d regards, the shop.",
        "Dear     | Dear Anna, we are ve...",
        "Voucher  | Dear Anna, we are ve...",
        "8 (a     | Dear Anna, we are ve..."
      })
  void longTextIsShownWhereOneLooksForTheOther(String wanted, String shown) {
    assertThat(Excerpt.of(LONG, List.of(wanted), 20)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Short | 20", "Exactly so | 10"})
  void shortTextIsShownWhole(String whole, int most) {
    assertThat(Excerpt.of(whole, List.of("5%"), most)).isEqualTo(whole);
  }
}
