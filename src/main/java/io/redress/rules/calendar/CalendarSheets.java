package io.redress.rules.calendar;

import io.redress.platform.text.ClosestWord;
import io.redress.rules.source.Cell;
import io.redress.rules.source.CellWarning;
import io.redress.rules.source.NamedColumns;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.SheetMarker;
import io.redress.rules.source.WorkbookReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of {@code calendar.xlsx} by kind of sheet. */
final class CalendarSheets {
  private final List<RuleProblem> problems;
  private final Map<SheetKind, List<CalendarRow>> rows = new EnumMap<>(SheetKind.class);
  private final Set<SheetKind> complete = EnumSet.noneOf(SheetKind.class);
  private final List<CellWarning> warnings = new ArrayList<>();

  private CalendarSheets(List<RuleProblem> problems) {
    this.problems = problems;
  }

  static CalendarSheets read(byte[] workbook, List<RuleProblem> problems) {
    var sheets = new CalendarSheets(problems);
    int before = problems.size();
    WorkbookReader.read(Calendars.FILE, workbook, problems).forEach(sheets::add);
    if (problems.size() == before) {
      sheets.reportMissing();
    }
    return sheets;
  }

  List<CalendarRow> rows(SheetKind kind) {
    return rows.getOrDefault(kind, List.of());
  }

  /** Whether a sheet of this kind was found, with all its columns. */
  boolean complete(SheetKind kind) {
    return complete.contains(kind);
  }

  List<CellWarning> warnings() {
    return warnings;
  }

  private void reportMissing() {
    for (SheetKind kind : SheetKind.values()) {
      if (!rows.containsKey(kind)) {
        problems.add(
            RuleProblem.ofFile(
                Calendars.FILE,
                ProblemCode.SHEET_MISSING,
                "no sheet holds the " + kind.title() + ".",
                "Add one with Calendar in A1 and " + kind.title() + " in B1."));
      }
    }
  }

  private void add(Sheet sheet) {
    if (!sheet.holds(SheetMarker.CALENDAR)) {
      problems.add(sheet.misplaced());
      return;
    }
    warnings.addAll(sheet.warnings());
    Cell title = Cell.at(sheet.rows().get(0), 1);
    SheetKind.titled(title == null ? "" : title.text())
        .ifPresentOrElse(
            kind -> add(sheet, kind),
            () ->
                problem(
                    sheet,
                    "B1",
                    ProblemCode.UNKNOWN_NAME,
                    title,
                    "the sheet does not name its kind.",
                    "Write one of " + String.join(", ", SheetKind.titles()) + " in B1."));
  }

  private void add(Sheet sheet, SheetKind kind) {
    NamedColumns columns = columns(sheet, kind);
    List<CalendarRow> found = rows.computeIfAbsent(kind, none -> new ArrayList<>());
    if (columns.containAll(kind.required())) {
      complete.add(kind);
      sheet.data().stream()
          .map(row -> new CalendarRow(sheet, columns, row, problems))
          .filter(row -> !row.isRemark())
          .forEach(found::add);
    }
  }

  private NamedColumns columns(Sheet sheet, SheetKind kind) {
    NamedColumns columns =
        NamedColumns.of(
            sheet, kind.columns()::contains, name -> unknown(sheet, kind, name), problems);
    for (String wanted : kind.required()) {
      if (!columns.contain(wanted)) {
        problem(
            sheet,
            "A3",
            ProblemCode.COLUMN_MISSING,
            null,
            "row 3 has no column " + wanted + ".",
            "Add it.");
      }
    }
    return columns;
  }

  private void unknown(Sheet sheet, SheetKind kind, Cell name) {
    problem(
        sheet,
        name.address(),
        ProblemCode.UNKNOWN_NAME,
        name,
        name.text() + " is not a column of the " + kind.title() + ".",
        ClosestWord.hint(name.text(), kind.columns())
            + "Use "
            + String.join(", ", kind.columns())
            + ", or # for remarks.");
  }

  private void problem(
      Sheet sheet,
      String address,
      ProblemCode code,
      @Nullable Cell cell,
      String message,
      String suggestion) {
    problems.add(
        sheet.problem(address, code, cell == null ? null : cell.text(), message, suggestion));
  }
}
