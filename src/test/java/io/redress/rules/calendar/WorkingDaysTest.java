package io.redress.rules.calendar;

import static io.redress.rules.calendar.ShippedCalendar.workingDaysOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
  private final WorkingDays china = workingDaysOf("CN");

  @ParameterizedTest(name = "{1} working days after {0} is {2}")
  @CsvSource({
    "2015-02-15, 10, 2015-03-05", // Spring Festival, and a Saturday made up
    "2026-02-13, 10, 2026-03-05", // two Saturdays made up
    "2026-03-02,  0, 2026-03-02",
    "2026-02-15,  0, 2026-02-15", // no days after a day off is that day
    "2024-02-28,  2, 2024-03-01", // 29 February
    "2025-12-31,  1, 2026-01-04", // a Sunday made up after New Year
    "2022-12-30,  1, 2023-01-03", // a closure across the turn of the year
    "2005-12-30,  1, 2005-12-31", // a Saturday made up in the year before
    "2023-09-28,  1, 2023-10-07" // two closures without a day between them
  })
  void workingDaysAreCountedAcrossDaysOff(LocalDate from, int days, LocalDate reached) {
    assertThat(china.add(from, days)).isEqualTo(reached);
  }

  @ParameterizedTest(name = "{0} works on {1}: {2}")
  @CsvSource({
    "CN, 2015-02-15, true", // a Sunday made up
    "CN, 2015-02-18, false",
    "CN, 2015-02-24, false",
    "CN, 2015-02-28, true",
    "CN, 2026-02-14, true",
    "CN, 2026-02-23, false",
    "CN, 2026-12-25, true",
    "HK, 2026-02-17, false", // Lunar New Year's day
    "US, 2026-11-26, false", // Thanksgiving
    "DE, 2026-12-26, false",
    "SA, 2026-11-27, false", // a Friday
    "SA, 2026-11-29, true", // a Sunday
    "SE, 2026-06-19, false", // not listed: Midsummer's eve is computed
    "KR, 2026-11-28, false", // not listed, nor computed: Monday to Friday
    "KR, 2026-11-30, true"
  })
  void closuresHolidaysAndWeekendsAreOff(String country, LocalDate day, boolean works) {
    assertThat(workingDaysOf(country).works(day)).isEqualTo(works);
  }

  @Test
  void dayOffIsMovedToTheNextWorkingDay() {
    assertThat(china.onOrAfter(LocalDate.parse("2026-10-01"))).isEqualTo("2026-10-08");
    assertThat(china.onOrAfter(LocalDate.parse("2026-10-10"))).isEqualTo("2026-10-10");
  }

  @ParameterizedTest(name = "days off of {0} in {1} are known: {2}")
  @CsvSource({
    "CN, 2003, false", // before the first notice listed
    "CN, 2004, true",
    "CN, 2026, true",
    "CN, 2027, false",
    "HK, 2023, false",
    "US, 2027, true",
    "SE, 2027, true",
    "SE, 9999, false",
    "KR, 2026, false"
  })
  void onlyYearsWhoseDaysOffAreKnownArePublished(String country, int year, boolean known) {
    assertThat(workingDaysOf(country).published(LocalDate.of(year, 6, 1))).isEqualTo(known);
  }

  @ParameterizedTest(name = "handling from {1} in {0} meets {2}")
  @CsvSource({
    "CN, 2015-02-14, SPRING_FESTIVAL",
    "CN, 2015-02-12, SPRING_FESTIVAL", // four days are left before it
    "CN, 2015-02-24, SPRING_FESTIVAL", // its last day
    "CN, 2025-12-25, NEW_YEAR", // in the year after
    "US, 2026-12-21, CHRISTMAS"
  })
  void firstClosureInTheHandlingTimeIsFound(String country, LocalDate day, String name) {
    assertThat(workingDaysOf(country).closureTouchingHandling(day))
        .map(Period::name)
        .contains(name);
  }

  @Test
  void handlingTimeThatEndsBeforeAClosureTouchesNone() {
    assertThat(china.closureTouchingHandling(LocalDate.parse("2026-03-02"))).isEmpty();
    assertThat(china.closureTouchingHandling(LocalDate.parse("2015-02-11"))).isEmpty();
  }
}
