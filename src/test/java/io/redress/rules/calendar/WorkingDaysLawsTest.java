package io.redress.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.domain.dispute.Country;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties of working days, for random closures. */
@ParameterizedClass
@ValueSource(longs = {1, 2, 3, 4, 5})
class WorkingDaysLawsTest {
  private static final LocalDate FIRST = LocalDate.of(2019, 12, 1);
  private static final int ROUNDS = 300;
  private static final CountrySettings SETTINGS =
      new CountrySettings(
          Country.CHINA,
          ZoneOffset.UTC,
          Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
          CountrySettings.Holidays.LISTED,
          new CountrySettings.Years(2020, 2028),
          5);

  private final Random random;
  private final List<Period> closures = new ArrayList<>();
  private final Set<LocalDate> madeUp = new HashSet<>();
  private final WorkingDays country;

  WorkingDaysLawsTest(long seed) {
    random = new Random(seed);
    country = country();
  }

  @Test
  void addingCountsWorkingDays() {
    forDays(
        from -> {
          int days = 1 + random.nextInt(30);
          LocalDate reached = country.add(from, days);
          assertThat(from.plusDays(1).datesUntil(reached.plusDays(1)).filter(this::works))
              .hasSize(days)
              .last()
              .isEqualTo(reached);
        });
  }

  @Test
  void addingTwiceIsAddingTheSum() {
    forDays(
        from -> {
          int some = random.nextInt(20);
          int more = random.nextInt(20);
          assertThat(country.add(country.add(from, some), more))
              .isEqualTo(country.add(from, some + more));
        });
  }

  @Test
  void laterStartsAndMoreDaysNeverEndEarlier() {
    forDays(
        from -> {
          int days = random.nextInt(20);
          LocalDate reached = country.add(from, days);
          assertThat(country.add(from.plusDays(random.nextInt(9)), days)).isAfterOrEqualTo(reached);
          assertThat(country.add(from, days + 1)).isAfter(reached);
        });
  }

  @Test
  void nextWorkingDayIsTheFirstWorkingDayFound() {
    forDays(
        from -> {
          LocalDate next = country.onOrAfter(from);
          assertThat(works(next)).isTrue();
          assertThat(from.datesUntil(next)).noneMatch(this::works);
        });
  }

  @Test
  void closureTouchingARangeIsTheFirstInItThatTakesAWorkingDay() {
    forDays(
        from -> {
          LocalDate to = from.plusDays(random.nextInt(40));
          assertThat(country.closureTouching(from, to))
              .isEqualTo(
                  closures.stream()
                      .filter(closure -> closure.touches(from, to))
                      .filter(closure -> !closure.days().allMatch(WorkingDaysLawsTest::weekend))
                      .findFirst());
        });
  }

  @Test
  void holidaysOnWeekendsMoveNoDate() {
    WorkingDays before = country;
    for (LocalDate day = FIRST; day.getYear() < 2030; day = day.plusDays(1)) {
      if (weekend(day) && !closed(day) && !madeUp.contains(day) && random.nextInt(4) == 0) {
        closures.add(new Period("WEEKEND_" + day, day, day));
      }
    }
    WorkingDays after = new WorkingDays(SETTINGS, closures, madeUp);
    forDays(
        from -> {
          int days = random.nextInt(30);
          assertThat(after.promised(from, days)).isEqualTo(before.promised(from, days));
          assertThat(after.reviewBy(from, days, null)).isEqualTo(before.reviewBy(from, days, null));
          assertThat(after.closureTouchingHandling(from))
              .isEqualTo(before.closureTouchingHandling(from));
        });
  }

  @Test
  void promisesAreWorkingDaysOfPublishedYears() {
    forDays(
        from -> {
          int days = random.nextInt(30);
          LocalDate limit = from.plusDays(random.nextInt(40));
          country.promised(from, days).ifPresent(this::isPromisable);
          country.reviewBy(from, days, null).ifPresent(this::isPromisable);
          country
              .reviewBy(from, days, limit)
              .ifPresent(
                  by -> {
                    isPromisable(by);
                    assertThat(by).isBetween(from, limit);
                  });
        });
  }

  private void forDays(Consumer<LocalDate> law) {
    for (int round = 0; round < ROUNDS; round++) {
      law.accept(day());
    }
  }

  private void isPromisable(LocalDate day) {
    assertThat(works(day)).isTrue();
    assertThat(day.getYear()).isBetween(2020, 2028);
  }

  /** Returns China, which has no computed holidays, with random closures and make-up days. */
  private WorkingDays country() {
    LocalDate from = FIRST.plusDays(random.nextInt(30));
    while (from.getYear() < 2030) {
      LocalDate to = from.plusDays(random.nextInt(10));
      closures.add(new Period("CLOSURE_" + closures.size(), from, to));
      from = to.plusDays(1 + random.nextInt(90));
    }
    for (int i = 0; i < 100; i++) {
      LocalDate day = day();
      if (weekend(day) && !closed(day)) {
        madeUp.add(day);
      }
    }
    return new WorkingDays(SETTINGS, closures, madeUp);
  }

  private LocalDate day() {
    return FIRST.plusDays(random.nextInt(3_600));
  }

  private boolean works(LocalDate day) {
    return madeUp.contains(day) || !weekend(day) && !closed(day);
  }

  private boolean closed(LocalDate day) {
    return closures.stream().anyMatch(closure -> closure.holds(day));
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
  }
}
