package io.redress.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNumberTest {
  @ParameterizedTest
  @CsvSource({"0,0", "-1.50,-1.50", "1e3,1000", "1E-40,0.0000000000000000000000000000000000000001"})
  void fewDigitsAreRead(String text, BigDecimal number) {
    assertThat(PlainNumber.parse(text).orElseThrow()).isEqualByComparingTo(number);
  }

  @ParameterizedTest
  @CsvSource({"1e41", "1e999999999", "-1e-41", "1e-2147483647", "one", "''", "1e99999999999"})
  void numberWithManyDigitsIsNone(String text) {
    assertThat(PlainNumber.parse(text)).isEmpty();
  }

  @Test
  void longTextIsNone() {
    assertThat(PlainNumber.parse("1".repeat(41))).isEmpty();
    assertThat(PlainNumber.parse("0".repeat(1_000_000))).isEmpty();
  }
}
