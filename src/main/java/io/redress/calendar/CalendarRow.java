package io.redress.calendar;

import io.redress.dispute.Country;
import io.redress.source.Cell;
import io.redress.source.RuleProblem;
import io.redress.source.Sheet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the cells of one row of {@code calendar.xlsx} as what they should be. */
record CalendarRow(Sheet sheet, List<Cell> cells, List<RuleProblem> problems) {

  /** What the reader makes of the cell; nothing, and a problem, where it can make nothing of it. */
  <T> Optional<T> read(int column, String expected, Function<Cell, Optional<T>> reader) {
    Cell cell = Cell.at(cells, column);
    Optional<T> value = cell == null ? Optional.empty() : reader.apply(cell);
    if (value.isEmpty()) {
      String found = cell == null ? "the cell is empty." : cell.text() + " can not be read.";
      problem(column, "WRONG_TYPE", found, "Write " + expected + ".");
    }
    return value;
  }

  Optional<Country> country(int column) {
    return read(column, "a country such as CN", cell -> Country.of(cell.text()));
  }

  Optional<String> name(int column) {
    return read(
        column,
        "a name such as SPRING_FESTIVAL",
        cell -> Optional.of(cell.text()).filter(text -> text.matches("[A-Z0-9_]+")));
  }

  Optional<LocalDate> date(int column) {
    return read(
        column,
        "a date such as 2026-02-17",
        cell -> cell.value() instanceof LocalDate day ? Optional.of(day) : Optional.empty());
  }

  /** A real date comes in its own year only; a text says when it comes every year. */
  Optional<YearlyDay> yearlyDay(int column) {
    return read(
        column,
        "a date, or 12-01, 11-11 + 30 or 4TH THURSDAY OF NOVEMBER + 1",
        cell ->
            cell.value() instanceof LocalDate day
                ? Optional.of(new YearlyDay(year -> day))
                : YearlyDay.parse(cell.text()));
  }

  void problem(int column, String code, String message, String suggestion) {
    Cell cell = Cell.at(cells, column);
    problems.add(
        new RuleProblem(
            sheet.file(),
            sheet.name(),
            Cell.address(column, cells.get(0).row()),
            null,
            code,
            cell == null ? null : cell.text(),
            message,
            suggestion));
  }
}
