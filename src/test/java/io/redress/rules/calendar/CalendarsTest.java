package io.redress.rules.calendar;

import static io.redress.rules.calendar.ShippedCalendar.CALENDARS;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.domain.dispute.Country;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarsTest {

  @ParameterizedTest(name = "{0} lies in {1}")
  @CsvSource({
    "2026-11-10, NONE",
    "2026-11-11, SINGLES_DAY",
    "2026-11-26, SINGLES_DAY", // Thanksgiving
    "2026-11-27, BLACK_FRIDAY",
    "2026-11-30, BLACK_FRIDAY", // Cyber Monday
    "2029-11-23, BLACK_FRIDAY", // the month began on a Thursday
    "2028-11-24, BLACK_FRIDAY",
    "2026-12-01, CHRISTMAS", // began after Singles' Day, which goes on
    "2026-12-12, DOUBLE_TWELVE",
    "2026-12-31, CHRISTMAS",
    "2027-01-01, NONE",
    "2015-02-04, NONE",
    "2015-02-05, SPRING_FESTIVAL",
    "2015-03-05, SPRING_FESTIVAL", // the Lantern Festival
    "2015-03-06, NONE",
    "2027-02-20, SPRING_FESTIVAL",
    "2028-02-09, SPRING_FESTIVAL",
    "2026-10-08, NATIONAL_DAY",
    "2026-10-09, NONE",
    "2026-06-18, MID_YEAR_SALE",
    "2026-03-28, ANNIVERSARY_SALE",
    "9999-12-31, CHRISTMAS",
    "0000-01-01, NONE"
  })
  void peakSeasonIsTheOneThatBeganLast(LocalDate day, String season) {
    assertThat(CALENDARS.peakSeason(day)).isEqualTo(season);
  }

  @ParameterizedTest(name = "{1} in {0} is {2}")
  @CsvSource({
    "US, 2026-11-26, THANKSGIVING",
    "DE, 2026-04-06, EASTER_MONDAY",
    "SE, 2026-12-25, CHRISTMAS",
    "CN, 2026-02-17, SPRING_FESTIVAL",
    "DE, 2026-11-26, NONE",
    "GR, 2028-10-28, OCHI", // listed, but not for that year
    "KR, 2026-03-02, INDEPENDENCE_MOVEMENT_DAY",
    "AE, 1500-01-01, NONE", // before the Islamic calendar is tabulated
    "AE, 9999-12-31, NONE"
  })
  void buyersHolidaysHaveStableNames(String country, LocalDate day, String name) {
    assertThat(CALENDARS.publicHoliday(new Country(country), day)).isEqualTo(name);
  }

  @ParameterizedTest(name = "at 2026-03-05T20:00Z it is {1} in {0}")
  @CsvSource({
    "CN, 2026-03-06",
    "US, 2026-03-05",
    "MM, 2026-03-06", // not listed, but in one zone
    "CL, 2026-03-05" // not listed, in several zones
  })
  void todayIsTheSellers(String country, LocalDate today) {
    assertThat(CALENDARS.today(new Country(country), Instant.parse("2026-03-05T20:00:00Z")))
        .isEqualTo(today);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {YearCache.FIRST - 1, YearCache.FIRST, 2026, YearCache.LAST, YearCache.LAST + 1})
  void everyCountryHasWorkingDaysInEveryYear(int year) {
    LocalDate newYear = LocalDate.of(year, 1, 1);
    for (String code : Locale.getISOCountries()) {
      assertThat(CALENDARS.workingDays(new Country(code)).add(newYear, 5))
          .as(code)
          .isBetween(newYear.plusDays(5), newYear.plusDays(20));
    }
  }

  @Test
  void holidaysAreFoundOnAnyThread() throws Exception {
    var asked = new FutureTask<>(() -> PublicHolidays.in(new Country("MT"), 2026));
    var thread = new Thread(asked);
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    thread.start();
    assertThat(asked.get()).isNotEmpty();
  }
}
