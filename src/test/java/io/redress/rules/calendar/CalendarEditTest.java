package io.redress.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.ProblemList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalendarEditTest {
  private static byte[] shipped() throws IOException {
    return Files.readAllBytes(Path.of("rules/calendar.xlsx"));
  }

  @Test
  void aClosureIsAddedAfterThoseOfItsCountry() throws IOException {
    CalendarEdit before = CalendarEdit.of(shipped(), "Closures").orElseThrow();
    List<String> added = List.of("CN", "NEW_YEAR", "2027-01-01", "2027-01-03");

    byte[] written = before.write(shipped(), Map.of(), Set.of(), List.of(added));

    List<List<String>> rows = texts(written, "Closures");
    List<List<String>> expected = new ArrayList<>(texts(shipped(), "Closures"));
    int last =
        expected.lastIndexOf(
            expected.stream()
                .filter(row -> row.get(0).equals("CN"))
                .reduce((a, b) -> b)
                .orElseThrow());
    expected.add(last + 1, added);
    assertThat(rows).isEqualTo(expected);
    assertThat(texts(written, "Make-up days")).isEqualTo(texts(shipped(), "Make-up days"));
    ProblemList problems = new ProblemList();
    CalendarSheets.read(written, problems);
    assertThat(problems).isEmpty();
  }

  @Test
  void rowsAreChangedAndRemoved() throws IOException {
    CalendarEdit before = CalendarEdit.of(shipped(), "Peak seasons").orElseThrow();
    List<CalendarEdit.Row> rows = before.rows();
    List<String> first = new ArrayList<>(rows.get(0).texts());
    first.set(2, "11-11 + 20");

    byte[] written =
        before.write(
            shipped(),
            Map.of(rows.get(0).number(), first),
            Set.of(rows.get(1).number()),
            List.of());

    List<List<String>> expected = new ArrayList<>(texts(shipped(), "Peak seasons"));
    expected.set(0, first);
    expected.remove(1);
    assertThat(texts(written, "Peak seasons")).isEqualTo(expected);
    assertThat(before.write(shipped(), Map.of(), Set.of(), List.of())).isEqualTo(shipped());
  }

  @Test
  void yearsAreNumbersAndLabelsAreThoseOfTheSheet() throws IOException {
    CalendarEdit countries = CalendarEdit.of(shipped(), "Countries").orElseThrow();
    assertThat(countries.labels()).contains("Published through");
    CalendarEdit.Row china = countries.rows().get(0);
    int column = countries.labels().indexOf("Published through");
    List<String> later = new ArrayList<>(china.texts());
    later.set(column, "2027");

    byte[] written = countries.write(shipped(), Map.of(china.number(), later), Set.of(), List.of());

    ProblemList problems = new ProblemList();
    CalendarSheets.read(written, problems);
    assertThat(problems).isEmpty();
    assertThat(texts(written, "Countries").get(0).get(column)).isEqualTo("2027");
  }

  @Test
  void otherWorkbooksHaveNoSheets() {
    assertThat(CalendarEdit.all(new byte[0])).isEmpty();
    assertThat(CalendarEdit.of(new byte[0], "Closures")).isEmpty();
  }

  private static List<List<String>> texts(byte[] workbook, String sheet) {
    return CalendarEdit.of(workbook, sheet).orElseThrow().rows().stream()
        .map(CalendarEdit.Row::texts)
        .toList();
  }
}
