package io.redress.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.Cell;
import io.redress.rules.source.HostileTexts;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile text in the calendar is a remark or rejected by cell. */
class HostileCalendarTest {
  private static final int TITLE = 1;
  private static final int LABELS = 2;
  private static final LocalDate FIRST = LocalDate.of(2026, 2, 15);
  private static final LocalDate LAST = LocalDate.of(2026, 2, 23);

  private static final Map<String, Object[][]> SHEETS =
      Map.of(
          "countries",
          new Object[][] {
            {"Calendar", "countries"},
            {"for people", "", "", "", "", ""},
            {"country", "zone", "weekend", "publishedThrough", "handlingDays", "#"},
            {"CN", "Asia/Shanghai", "SATURDAY, SUNDAY", 2026, 5, "a remark"}
          },
          "closures",
          new Object[][] {
            {"Calendar", "closures"},
            {"for people", "", "", ""},
            {"country", "name", "from", "to"},
            {"CN", "SPRING_FESTIVAL", FIRST, LAST}
          },
          "make-up days",
          new Object[][] {
            {"Calendar", "make-up days"},
            {"for people", "", ""},
            {"country", "day", "closure"},
            {"CN", LocalDate.of(2026, 2, 14), "SPRING_FESTIVAL"}
          },
          "peak seasons",
          new Object[][] {
            {"Calendar", "peak seasons"},
            {"for people", "", ""},
            {"name", "from", "to"},
            {"SINGLES_DAY", "11-11", "11-11 + 30"}
          });

  private record Place(String sheet, int column, int row) {
    String cell() {
      return Cell.address(column, row);
    }

    boolean free() {
      return row == LABELS || sheet.equals("countries") && column == 5;
    }
  }

  static Stream<Place> places() {
    return SHEETS.entrySet().stream().flatMap(sheet -> places(sheet.getKey(), sheet.getValue()));
  }

  private static Stream<Place> places(String sheet, Object[][] rows) {
    List<Place> places = new ArrayList<>();
    for (int row = 1; row <= rows.length; row++) {
      for (int column = row == TITLE ? 1 : 0; column < rows[row - 1].length; column++) {
        places.add(new Place(sheet, column, row));
      }
    }
    return places.stream();
  }

  @ParameterizedTest
  @MethodSource("places")
  void hostileTextIsARemarkOrRejectedByCell(Place place) {
    for (String hostile : HostileTexts.ALL) {
      List<RuleProblem> problems = problems(place, hostile);
      if (place.free()) {
        assertThat(problems).as(hostile).isEmpty();
      } else {
        assertThat(problems)
            .as(hostile)
            .anySatisfy(
                problem -> {
                  assertThat(problem.sheet()).isEqualTo(place.sheet);
                  assertThat(problem.cell()).isEqualTo(place.cell());
                  assertThat(problem.value()).isEqualTo(hostile);
                });
      }
    }
  }

  private static List<RuleProblem> problems(Place place, String hostile) {
    WorkbookFixture workbook = new WorkbookFixture();
    SHEETS.forEach(
        (name, rows) -> {
          workbook.sheet(name);
          for (int row = 1; row <= rows.length; row++) {
            Object[] cells = rows[row - 1].clone();
            if (name.equals(place.sheet) && row == place.row) {
              cells[place.column] = place.free() && row == LABELS + 1 ? "# " + hostile : hostile;
            }
            workbook.row(cells);
          }
        });
    List<RuleProblem> problems = new ArrayList<>();
    Calendars.read(Map.of(Calendars.FILE, workbook.bytes()), problems);
    return problems;
  }
}
