package io.redress.rules.calendar;

import static io.redress.rules.calendar.ShippedCalendar.workingDaysOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    "SE, 2026-06-19, false", // Midsummer's eve is computed
    "MM, 2026-11-28, false", // not listed, nor computed: Monday to Friday
    "MM, 2026-11-30, true"
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
    "US, 2023, false",
    "US, 2028, true",
    "US, 2029, false",
    "SE, 2027, true",
    "SE, 9999, false",
    "JP, 2027, true",
    "JP, 2028, false", // equinoxes are announced in the February before
    "VN, 2026, true",
    "VN, 2027, false",
    "AE, 2026, false", // moon sighting
    "MV, 2026, false",
    "IR, 2026, false",
    "UA, 2026, false",
    "IS, 2026, false" // computed in part, and not listed
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

  @ParameterizedTest(name = "handling from {1} in {0} meets no closure")
  @CsvSource({
    "DE, 2026-10-01", // 3 October is a Saturday
    "US, 2026-11-02",
    "HK, 2026-09-23", // the day after Mid-Autumn is a Saturday
    "CA, 2028-06-28" // Canada Day is a Saturday
  })
  void holidaysOnWeekendsAreNotMet(String country, LocalDate day) {
    assertThat(workingDaysOf(country).closureTouchingHandling(day)).isEmpty();
  }

  @ParameterizedTest(name = "{0} resumes on {2} after the closure met from {1}")
  @CsvSource({
    "CN, 2026-02-16, 2026-02-24",
    "CN, 2026-02-13, 2026-02-24",
    "CN, 2023-09-28, 2023-10-07", // Mid-Autumn, and National Day without a day between
    "US, 2027-12-30, 2028-01-03",
    "DE, 2026-04-03, 2026-04-07", // Good Friday and Easter Monday, a weekend between
    "VN, 2026-02-13, 2026-02-23"
  })
  void workResumesAfterAClosure(String country, LocalDate day, LocalDate resumed) {
    WorkingDays days = workingDaysOf(country);
    assertThat(days.closureTouchingHandling(day)).map(days::resumesAfter).contains(resumed);
  }

  @ParameterizedTest(name = "{0}, {2} working days from {1}: {3}")
  @CsvSource({
    "CN, 2026-02-13, 10, 2026-03-05",
    "VN, 2026-02-12, 5, 2026-02-26",
    "SG, 2026-02-13, 2, 2026-02-19",
    "US, 2027-12-30, 1, 2028-01-03", // New Year 2028 is observed on Friday
    "CN, 2026-02-16, 0, 2026-02-24", // today is not a working day
    "CN, 2026-12-28, 5,", // into a year that is not announced
    "CN, 2027-03-01, 5,",
    "AE, 2026-03-02, 5,",
    "IS, 2026-03-02, 5,"
  })
  void onlyDaysInPublishedYearsArePromised(
      String country, LocalDate asOf, int days, @Nullable LocalDate promised) {
    assertThat(workingDaysOf(country).promised(asOf, days))
        .isEqualTo(Optional.ofNullable(promised));
  }

  @ParameterizedTest(name = "{0}: review within {2} days of {1}, by {3} at the latest: {4}")
  @CsvSource({
    "CN, 2026-05-11, 7, , 2026-05-18",
    "CN, 2026-05-11, 5, , 2026-05-18", // Saturday
    "CN, 2026-02-16, 7, , 2026-02-24", // the festival
    "CN, 2026-05-11, 7, 2026-05-17, 2026-05-15", // the limit is a Sunday
    "CN, 2026-05-15, 2, 2026-05-17, 2026-05-15",
    "CN, 2026-02-16, 7, 2026-02-20,", // no working day remains
    "CN, 2026-12-28, 7, , 2026-12-31", // next year is not announced
    "CN, 2027-01-10, 7, ,"
  })
  void reviewIsOnAWorkingDayInTime(
      String country, LocalDate asOf, int days, @Nullable LocalDate limit, @Nullable LocalDate by) {
    assertThat(workingDaysOf(country).reviewBy(asOf, days, limit))
        .isEqualTo(Optional.ofNullable(by));
  }

  @ParameterizedTest(name = "weekend in {0}: {1}")
  @CsvSource({
    "EG, FRIDAY SATURDAY",
    "SY, FRIDAY SATURDAY", // not listed
    "AF, THURSDAY FRIDAY", // not listed
    "UG, SUNDAY", // not listed
    "CL, SATURDAY SUNDAY", // not listed
    "IQ, FRIDAY SATURDAY",
    "LY, FRIDAY SATURDAY",
    "MV, FRIDAY SATURDAY",
    "IR, FRIDAY",
    "BN, FRIDAY SUNDAY",
    "NP, SATURDAY",
    "AE, SATURDAY SUNDAY" // since 2022
  })
  void weekendsAreThoseOfTheCountry(String country, String weekend) {
    WorkingDays days = workingDaysOf(country);
    // A week of November 2026 in which none of these countries has a computed holiday.
    assertThat(
            LocalDate.parse("2026-11-16")
                .datesUntil(LocalDate.parse("2026-11-23"))
                .filter(day -> !days.works(day))
                .map(LocalDate::getDayOfWeek))
        .containsExactlyInAnyOrder(
            Stream.of(weekend.split(" ")).map(DayOfWeek::valueOf).toArray(DayOfWeek[]::new));
  }

  @Test
  void handlingTimeThatEndsBeforeAClosureTouchesNone() {
    assertThat(china.closureTouchingHandling(LocalDate.parse("2026-03-02"))).isEmpty();
    assertThat(china.closureTouchingHandling(LocalDate.parse("2015-02-11"))).isEmpty();
  }
}
