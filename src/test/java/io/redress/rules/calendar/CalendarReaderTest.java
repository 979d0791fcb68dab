package io.redress.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.domain.dispute.Country;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarReaderTest {
  private final CalendarWorkbook workbook = new CalendarWorkbook();
  private final List<RuleProblem> problems = new ArrayList<>();

  @Test
  void validCalendarHasNoProblems() {
    assertThat(workbook.problems()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          countries; XX | Asia/Shanghai | SUNDAY | | 5; countries!A5 WRONG_TYPE
          countries; DE | Berlin | SUNDAY | | 5; countries!B5 WRONG_TYPE
          countries; DE | Europe/Berlin | SUNDAY, FUNDAY | | 5; countries!C5 WRONG_TYPE
          countries; DE | Europe/Berlin | MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY | | 5; countries!C5 WRONG_TYPE
          countries; DE | Europe/Berlin | SUNDAY | 20266 | 5; countries!D5 WRONG_TYPE
          countries; DE | Europe/Berlin | SUNDAY | 2026.5 | 5; countries!D5 WRONG_TYPE
          countries; DE | Europe/Berlin | SUNDAY | | ; countries!E5 WRONG_TYPE
          countries; DE | Europe/Berlin | SUNDAY | | -1; countries!E5 WRONG_TYPE
          countries; DE | Europe/Berlin | SUNDAY | | five; countries!E5 WRONG_TYPE
          countries; KR | Asia/Seoul | SUNDAY | 2026 | 5; countries!D5 YEAR_WITHOUT_CLOSURES
          countries; CN | Asia/Shanghai | SUNDAY | 2026 | 5; countries!A5 DUPLICATE_COUNTRY
          closures; DE | SHUT | 2026-08-01 | 2026-08-02; closures!A5 COUNTRY_NOT_LISTED
          closures; CN | spring festival | 2026-08-01 | 2026-08-02; closures!B5 WRONG_TYPE
          closures; CN | SHUT | 46235 | 2026-08-02; closures!C5 WRONG_TYPE
          closures; CN | SHUT | 1 August | 2026-08-02; closures!C5 WRONG_TYPE
          closures; CN | SHUT | '2026-02-30' | 2026-08-02; closures!C5 WRONG_TYPE
          closures; CN | SHUT | 2026-08-02 | 2026-08-01; closures!D5 RANGE_REVERSED
          closures; CN | SHUT | 2026-08-01 | 2062-08-02; closures!D5 VALUE_OUT_OF_RANGE
          closures; CN | SHUT | 2026-02-23 | 2026-03-01; closures!C5 CLOSURES_OVERLAP
          closures; CN | SHUT | 2026-02-01 | 2026-02-15; closures!C5 CLOSURES_OVERLAP
          make-up days; CN | 2026-02-27 | SPRING_FESTIVAL; make-up days!B5 MAKE_UP_DAY_NOT_OFF
          make-up days; CN | 2026-02-21 | SPRING_FESTIVAL; make-up days!B5 MAKE_UP_DAY_CLOSED
          make-up days; CN | 2026-02-14 | SPRING_FESTIVAL; make-up days!B5 DUPLICATE_DAY
          make-up days; CN | 2026-02-28 | SPRINGFESTIVAL; make-up days!C5 UNKNOWN_NAME
          make-up days; DE | 2026-02-28 | SPRING_FESTIVAL; make-up days!A5 COUNTRY_NOT_LISTED
          peak seasons; | 12-01 | 12-31; peak seasons!A5 WRONG_TYPE
          peak seasons; XMAS | 13-01 | 12-31; peak seasons!B5 WRONG_TYPE
          peak seasons; XMAS | 5TH FRIDAY OF MAY | 12-31; peak seasons!B5 WRONG_TYPE
          peak seasons; XMAS | 1ST FREDAY OF MAY | 12-31; peak seasons!B5 WRONG_TYPE
          peak seasons; XMAS | 12-01 | 12-01 + 99999999999; peak seasons!C5 WRONG_TYPE
          peak seasons; XMAS | 2026-12-01 | 12-31; peak seasons!C5 WRONG_TYPE
          peak seasons; XMAS | 2026-12-31 | 2026-12-01; peak seasons!C5 RANGE_REVERSED
          """)
  void problemIsReportedByCell(String sheet, String row, String problem) {
    assertThat(workbook.row(sheet, row).problems()).containsExactly(problem);
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    workbook.row("countries", "XX | Nowhere | | | ").row("closures", "CN | x | y | z");
    assertThat(workbook.problems())
        .containsExactlyInAnyOrder(
            "countries!A5 WRONG_TYPE",
            "countries!B5 WRONG_TYPE",
            "countries!C5 WRONG_TYPE",
            "countries!E5 WRONG_TYPE",
            "closures!B5 WRONG_TYPE",
            "closures!C5 WRONG_TYPE",
            "closures!D5 WRONG_TYPE");
  }

  @Test
  void messageSaysWhatIsWrongAndWhatToDo() {
    workbook.row("closures", "CN | SHUT | 2026-02-23 | 2026-03-01").read(problems);
    assertThat(problems.get(0))
        .hasToString(
            "calendar.xlsx, closures!C5: the closure overlaps SPRING_FESTIVAL from 2026-02-15."
                + " Shorten one of them. [CLOSURES_OVERLAP]");
  }

  @Test
  void missingAndUnknownSheetsAndColumnsAreReported() {
    workbook
        .without("make-up days")
        .sheet("holidays", "country")
        .sheet("peak seasons", "name | from | name | until");
    assertThat(workbook.problems())
        .containsExactlyInAnyOrder(
            "holidays!B1 UNKNOWN_NAME",
            "peak seasons!C3 DUPLICATE_COLUMN",
            "peak seasons!D3 UNKNOWN_NAME",
            "peak seasons!A3 COLUMN_MISSING");
    assertThat(new CalendarWorkbook().without("make-up days").problems())
        .containsExactly("null!null SHEET_MISSING");
  }

  @Test
  void columnsAreFoundByNameAndRemarksSkipped() {
    Calendars calendars =
        workbook
            .sheet("closures", "# | to | from | name | country")
            .row("closures", "a remark alone | | | |")
            .row("closures", "notice | 2026-02-23 | '2026-02-15' | SPRING_FESTIVAL | CN")
            .read(problems);
    assertThat(problems).isEmpty();
    assertThat(calendars.workingDays(Country.CHINA).add(LocalDate.parse("2026-02-14"), 1))
        .isEqualTo("2026-02-24");
  }

  @Test
  void closuresAreOffInAdditionToPublicHolidays() {
    workbook
        .row("countries", "DE | Europe/Berlin | SATURDAY, SUNDAY | 2026 | 5")
        .row("closures", "DE | COMPANY_HOLIDAY | 2026-12-21 | 2026-12-24");
    WorkingDays germany = workbook.read(problems).workingDays(new Country("DE"));
    assertThat(problems).isEmpty();
    assertThat(germany.add(LocalDate.parse("2026-12-18"), 1)).isEqualTo("2026-12-28");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          LISTED | 2025 | 2026; countries!F5 YEAR_WITHOUT_CLOSURES
          LISTED | 2026 | 2025; countries!F5 RANGE_REVERSED
          COMPUTED | 2026 | 2025; countries!F5 RANGE_REVERSED
          GUESSED | 2025 | 2026; countries!D5 WRONG_TYPE
          COMPUTED | 25 | 2026; countries!E5 WRONG_TYPE
          """)
  void problemInWhatIsPublishedIsReportedByCell(String published, String problem) {
    assertThat(germany(published).problems()).containsExactly(problem);
  }

  @ParameterizedTest(name = "{0}: {1} is published: {2}")
  @CsvSource({
    "COMPUTED | 2025 | 2026, 2024, false",
    "COMPUTED | 2025 | 2026, 2025, true",
    "COMPUTED | 2025 | 2026, 2026, true",
    "COMPUTED | 2025 | 2026, 2027, false",
    "| | 2026, 2024, true",
    "COMPUTED | 2025 |, 2026, false",
  })
  void statedYearsArePublished(String published, int year, boolean known) {
    WorkingDays germany = germany(published).read(problems).workingDays(new Country("DE"));
    assertThat(problems).isEmpty();
    assertThat(germany.published(LocalDate.of(year, 6, 1))).isEqualTo(known);
  }

  @Test
  void listedClosuresReplaceComputedHolidays() {
    workbook
        .sheet("closures", "country | name | from | to")
        .row("closures", "CN | SPRING_FESTIVAL | 2026-02-15 | 2026-02-23")
        .row("closures", "DE | FOUNDERS_DAY | 2026-04-30 | 2026-04-30");
    WorkingDays germany = germany("LISTED | | 2026").read(problems).workingDays(new Country("DE"));
    assertThat(problems).isEmpty();
    assertThat(germany.works(LocalDate.parse("2026-04-30"))).isFalse();
    assertThat(germany.works(LocalDate.parse("2026-05-01"))).isTrue();
  }

  private CalendarWorkbook germany(String published) {
    return workbook
        .sheet(
            "countries",
            "country|zone|weekend|holidays|publishedFrom|publishedThrough|handlingDays")
        .row("countries", "CN | Asia/Shanghai | SATURDAY, SUNDAY | | | 2026 | 5")
        .row("countries", "DE | Europe/Berlin | SATURDAY, SUNDAY | " + published + " | 5");
  }

  @Test
  void invalidWorkbookIsOneProblem() {
    byte[] text = "Calendar,countries".getBytes(StandardCharsets.UTF_8);
    Calendars calendars = Calendars.read(Map.of(Calendars.FILE, text), problems);
    assertThat(problems).extracting(RuleProblem::code).containsExactly(ProblemCode.NOT_A_WORKBOOK);
    assertThat(calendars.peakSeason(LocalDate.EPOCH)).isEqualTo(Calendars.NONE);
  }

  @Test
  void missingCalendarIsAProblem() {
    Calendars.read(Map.of(), problems);
    assertThat(problems).extracting(RuleProblem::code).containsExactly(ProblemCode.FILE_MISSING);
  }

  @ParameterizedTest(name = "{0} to {1} holds {2}: {3}")
  @CsvSource({
    "12-20, 01-10, 2026-01-10, true", // across the turn of the year
    "12-20, 01-10, 2026-12-20, true",
    "12-20, 01-10, 2026-01-11, false",
    "02-29, 02-29, 2027-02-28, true", // in a year without that day
    "02-29, 02-29, 2028-02-28, false",
    "4th Thursday of November+1, 4TH THURSDAY OF NOVEMBER + 4, 2026-11-30, true",
    "2026-07-07, 2026-07-10, 2026-07-10, true",
    "2026-07-07, 2026-07-10, 2027-07-10, false",
    "12-28 + 10, 12-28 + 20, 2026-01-07, true"
  })
  void seasonsAreSingleOrYearly(String from, String to, LocalDate day, boolean holds) {
    Calendars calendars =
        workbook.row("peak seasons", "SALE | " + from + " | " + to).read(problems);
    assertThat(problems).isEmpty();
    assertThat(calendars.peakSeason(day)).isEqualTo(holds ? "SALE" : Calendars.NONE);
  }
}
