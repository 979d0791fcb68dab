package io.redress.rules.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.LongStream;
import org.apache.poi.ss.usermodel.DateUtil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** POI, which we write no workbook with, counts days the same way. */
class DayNumberTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyDayOfTwoCenturiesHasTheNumberThatAnotherProgramGivesIt(boolean from1904) {
    LocalDate first = LocalDate.of(from1904 ? 1904 : 1900, 1, 1);
    assertThat(LongStream.range(0, 80_000).mapToObj(first::plusDays))
        .allSatisfy(
            day -> {
              long number = DayNumber.of(day, from1904);
              assertThat((double) number)
                  .isEqualTo(DateUtil.getExcelDate(day.atStartOfDay(), from1904));
              assertThat(DayNumber.day(number, from1904)).isEqualTo(day);
            });
  }
}
