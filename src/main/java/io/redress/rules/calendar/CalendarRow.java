package io.redress.rules.calendar;

import io.redress.domain.dispute.CodeName;
import io.redress.domain.dispute.Country;
import io.redress.platform.text.Lookalike;
import io.redress.rules.source.Cell;
import io.redress.rules.source.NamedColumns;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.Sheet;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of {@code calendar.xlsx}, with readers for the types of its cells. */
record CalendarRow(
    Sheet sheet, NamedColumns columns, List<Cell> cells, List<RuleProblem> problems) {

  /** Whether only the remark columns of the row are filled. */
  boolean isRemark() {
    return columns.cells(cells).isEmpty();
  }

  /** Whether the cell, or its column, is missing. */
  boolean isEmpty(String column) {
    return cell(column) == null;
  }

  Optional<Country> country() {
    return read("country", "a country such as CN", cell -> Country.of(cell.text()));
  }

  /** The country, without a problem when there is none. */
  Optional<Country> countryIfValid() {
    Cell cell = cell("country");
    return cell == null ? Optional.empty() : Country.of(cell.text());
  }

  Optional<String> name(String column) {
    return read(
        column,
        "a name such as SPRING_FESTIVAL",
        cell -> Optional.of(cell.text()).filter(CodeName::isValid));
  }

  Optional<LocalDate> date(String column) {
    return read(column, "a date such as 2026-02-17", CalendarRow::date);
  }

  /** Reads a full date, which occurs once, or a day that recurs every year. */
  Optional<YearlyDay> yearlyDay(String column) {
    return read(
        column,
        "a date, or 12-01, 11-11 + 30 or 4TH THURSDAY OF NOVEMBER + 1",
        cell ->
            date(cell)
                .<YearlyDay>map(YearlyDay.Once::new)
                .or(() -> YearlyDay.EveryYear.parse(cell.text())));
  }

  Optional<ZoneId> zone(String column) {
    return read(
        column,
        "a time zone such as Asia/Shanghai",
        cell ->
            Optional.of(cell.text())
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of));
  }

  <E extends Enum<E>> Optional<E> word(String column, Class<E> words) {
    E[] allowed = words.getEnumConstants();
    return read(
        column,
        Arrays.stream(allowed).map(Enum::name).collect(Collectors.joining(" or ")),
        cell -> Arrays.stream(allowed).filter(word -> word.name().equals(cell.text())).findFirst());
  }

  Optional<Set<DayOfWeek>> weekend(String column) {
    return read(column, "one to six days such as SATURDAY, SUNDAY", CalendarRow::weekdays);
  }

  Optional<Integer> whole(String column, int least, int most) {
    return read(
        column,
        "a whole number from " + least + " to " + most,
        cell ->
            cell.value() instanceof BigDecimal number
                    && number.stripTrailingZeros().scale() <= 0
                    && number.compareTo(BigDecimal.valueOf(least)) >= 0
                    && number.compareTo(BigDecimal.valueOf(most)) <= 0
                ? Optional.of(number.intValue())
                : Optional.empty());
  }

  void problem(String column, ProblemCode code, String message, String suggestion) {
    Cell cell = cell(column);
    String address = columns.address(column, cells.get(0).row());
    if (!sheet.refused().contains(address)) {
      problems.add(
          sheet.problem(address, code, cell == null ? null : cell.text(), message, suggestion));
    }
  }

  private <T> Optional<T> read(String column, String expected, Function<Cell, Optional<T>> reader) {
    Cell cell = cell(column);
    Optional<T> value = cell == null ? Optional.empty() : reader.apply(cell);
    if (value.isEmpty()) {
      String text = cell == null ? "" : cell.text();
      Optional<String> foreign = Lookalike.foreignLetter(text);
      problem(
          column,
          foreign.isPresent() ? ProblemCode.LOOKALIKE_CHARACTERS : ProblemCode.WRONG_TYPE,
          cell == null
              ? "the cell is empty."
              : text
                  + " cannot be read"
                  + foreign.map(letter -> ": it has the letter " + letter).orElse("")
                  + ".",
          "Write " + expected + ".");
    }
    return value;
  }

  private @Nullable Cell cell(String column) {
    return columns.cell(cells, column);
  }

  private static Optional<LocalDate> date(Cell cell) {
    if (cell.value() instanceof LocalDate day) {
      return Optional.of(day);
    }
    try {
      return Optional.of(LocalDate.parse(cell.text()));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<Set<DayOfWeek>> weekdays(Cell cell) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    try {
      for (String day : cell.text().split(",", -1)) {
        days.add(DayOfWeek.valueOf(day.strip().toUpperCase(Locale.ROOT)));
      }
    } catch (IllegalArgumentException noWeekday) {
      return Optional.empty();
    }
    return Optional.of(days).filter(some -> some.size() < DayOfWeek.values().length);
  }
}
