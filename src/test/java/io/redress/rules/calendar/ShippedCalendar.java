package io.redress.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.domain.dispute.Country;
import io.redress.rules.source.RuleProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The calendar of the shipped rules, which must be valid. */
public final class ShippedCalendar {
  public static final Calendars CALENDARS = read();

  private ShippedCalendar() {}

  static WorkingDays workingDaysOf(String country) {
    return CALENDARS.workingDays(new Country(country));
  }

  private static Calendars read() {
    List<RuleProblem> problems = new ArrayList<>();
    try {
      byte[] workbook = Files.readAllBytes(Path.of("rules", Calendars.FILE));
      Calendars calendars = Calendars.read(Map.of(Calendars.FILE, workbook), problems);
      assertThat(problems).isEmpty();
      return calendars;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
