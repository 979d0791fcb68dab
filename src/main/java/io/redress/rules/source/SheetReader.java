package io.redress.rules.source;

import io.redress.platform.text.InvisibleCharacters;
import io.redress.platform.text.Lookalike;
import io.redress.rules.source.StoredWorkbook.SheetEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one worksheet, and rejects cells that may mean something else than they display. */
final class SheetReader {
  /** The label beside the name of a table; notes do not have it. */
  private static final String HIT_POLICY = "Hit policy";

  /** How many lines above a displaced table are searched. */
  private static final int ROWS_ABOVE = 10;

  private final String file;
  private final SheetEntry entry;
  private final StoredSheet sheet;
  private final List<RuleProblem> problems;
  private final CellValues values;
  private final CellValues lenient;
  private final Set<String> refused = new HashSet<>();
  private final List<CellWarning> warnings = new ArrayList<>();

  SheetReader(
      String file,
      StoredWorkbook workbook,
      SheetEntry entry,
      StoredSheet sheet,
      List<RuleProblem> problems) {
    this.file = file;
    this.entry = entry;
    this.sheet = sheet;
    this.problems = problems;
    this.values = new CellValues(workbook, this::refuse);
    this.lenient = new CellValues(workbook, (cell, code, value, message, suggestion) -> {});
  }

  /** Returns the sheet if it holds data; empty for notes. */
  Optional<Sheet> data() {
    String marker = marker();
    if (!SheetMarker.isMarker(marker)) {
      SheetMarker.closestTo(marker)
          .ifPresentOrElse(closest -> misspelt(marker, closest), this::findDisplaced);
      return Optional.empty();
    }
    FreeCells free = FreeCells.of(sheet, values);
    Sheet data = read(free);
    problems.addAll(HiddenContentCheck.of(file, entry, sheet, data.rows(), free));
    return Optional.of(data).filter(read -> Stream.of(SheetMarker.values()).anyMatch(read::holds));
  }

  /** Returns all cells, for a sheet that another reader interprets. */
  Sheet plain() {
    return read(SheetMarker.isMarker(marker()) ? FreeCells.of(sheet, values) : FreeCells.none());
  }

  private String marker() {
    return visibleText(sheet.cell(1, 0));
  }

  private Sheet read(FreeCells free) {
    checkName();
    List<List<Cell>> rows = rows(free);
    return new Sheet(file, entry.name(), rows, refused, warnings);
  }

  /** Returns the text of a cell as a person sees it. */
  private String visibleText(@Nullable StoredCell cell) {
    return cell == null || !values.isText(cell)
        ? ""
        : InvisibleCharacters.removedFrom(values.freeText(cell)).strip();
  }

  private void misspelt(String marker, String closest) {
    problem(
        "A1",
        ProblemCode.BAD_HEADER,
        marker,
        "the sheet would be ignored as notes.",
        "Write " + closest + " exactly, or another title if these are notes.");
  }

  /** Finds a table that does not begin in A1, because of lines above or a column before it. */
  private void findDisplaced() {
    boolean first = true;
    for (StoredSheet.StoredRow row : sheet.rows().values()) {
      for (StoredCell cell : row.cells().values()) {
        String text = visibleText(cell);
        boolean inTitle = row.number() <= ROWS_ABOVE && Lookalike.looksLike(HIT_POLICY, text);
        if (first && SheetMarker.isMarker(text) || inTitle) {
          problem(
              cell.address(),
              ProblemCode.BAD_HEADER,
              text,
              "the sheet would be ignored as notes, though data seems to begin here.",
              "Move it to A1, or change this text if these are notes.");
          return;
        }
        first = false;
      }
      if (row.number() > ROWS_ABOVE) {
        return;
      }
    }
  }

  private void checkName() {
    String name = entry.name();
    if (InvisibleCharacters.anyIn(name)) {
      problem(
          null,
          ProblemCode.INVISIBLE_CHARACTER,
          name,
          "the sheet's name holds an invisible character: "
              + InvisibleCharacters.firstIn(name)
              + ".",
          "Type the name again.");
    }
  }

  private List<List<Cell>> rows(FreeCells free) {
    List<List<Cell>> rows = new ArrayList<>();
    for (StoredSheet.StoredRow row : sheet.rows().values()) {
      List<Cell> cells = new ArrayList<>();
      boolean struck = false;
      for (StoredCell stored : row.cells().values()) {
        Cell cell = free.holds(stored) ? free(stored) : cell(stored);
        if (cell != null) {
          cells.add(cell);
          if (row.number() > Sheet.NAMES_ROW && !free.holds(stored)) {
            warnOfFormat(stored, cell);
            struck |= !struck && warnOfStrike(stored);
          }
        }
      }
      if (!cells.isEmpty()) {
        rows.add(cells);
      }
    }
    return rows;
  }

  private @Nullable Cell cell(StoredCell stored) {
    Object value = values.value(stored);
    boolean percent = value instanceof BigDecimal && values.isPercent(stored);
    return value == null ? null : cell(stored, value, percent);
  }

  /** A number, a day or a truth value as such, and anything else as the text that it shows. */
  private @Nullable Cell free(StoredCell stored) {
    Object value = values.isText(stored) ? null : lenient.value(stored);
    if (value != null) {
      return cell(stored, value, value instanceof BigDecimal && values.isPercent(stored));
    }
    String text = values.freeText(stored);
    return text.isEmpty() ? null : cell(stored, text, false);
  }

  private static Cell cell(StoredCell stored, Object value, boolean percent) {
    return new Cell(stored.address(), stored.row(), stored.column(), value, percent);
  }

  private void warnOfFormat(StoredCell stored, Cell cell) {
    NumberFormat format = values.format(stored).orElse(NumberFormat.GENERAL);
    if (cell.value() instanceof LocalDate day) {
      BigDecimal number =
          values.number(stored).orElseGet(() -> BigDecimal.valueOf(DayNumber.of(day, false)));
      if (format.isDate(number)) {
        format.hiddenOfDate(number).ifPresent(part -> warnOfHidden(stored, cell, part));
        format
            .addedToDate(number, cell.text())
            .ifPresent(shown -> warnOfAdded(stored, cell, shown, "date"));
      }
    } else if (cell.value() instanceof BigDecimal number) {
      format.misleading(number).ifPresent(shown -> warnOfAdded(stored, cell, shown, "number"));
    } else {
      format.insteadOf(cell.text()).ifPresent(shown -> warnOfAdded(stored, cell, shown, "content"));
    }
  }

  private void warnOfHidden(StoredCell stored, Cell cell, String part) {
    warn(
        stored,
        CellWarning.Code.FORMAT_MISLEADS,
        "the format of the cell hides the "
            + part
            + " of "
            + cell.text()
            + ". Choose one that shows the whole date, such as yyyy-mm-dd.");
  }

  private void warnOfAdded(StoredCell stored, Cell cell, String shown, String what) {
    warn(
        stored,
        CellWarning.Code.FORMAT_MISLEADS,
        "the format of the cell shows "
            + shown
            + ", but "
            + cell.shown()
            + " is read. Choose a format that shows the "
            + what
            + " and no more.");
  }

  private boolean warnOfStrike(StoredCell stored) {
    boolean struck = values.isStruck(stored);
    if (struck) {
      warn(
          stored,
          CellWarning.Code.STRUCK_OUT,
          "row "
              + stored.row()
              + " is struck through, and still decides. Delete the row, or remove the line"
              + " through it.");
    }
    return struck;
  }

  private void warn(StoredCell cell, CellWarning.Code code, String message) {
    warnings.add(new CellWarning(file, entry.name(), cell.address(), cell.row(), code, message));
  }

  private void refuse(
      StoredCell cell,
      ProblemCode code,
      @Nullable String value,
      String message,
      String suggestion) {
    refused.add(cell.address());
    problem(cell.address(), code, value, message, suggestion);
  }

  private void problem(
      @Nullable String cell,
      ProblemCode code,
      @Nullable String value,
      String message,
      String suggestion) {
    problems.add(new RuleProblem(file, entry.name(), cell, null, code, value, message, suggestion));
  }
}
