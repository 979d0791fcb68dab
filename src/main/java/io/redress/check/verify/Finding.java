package io.redress.check.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.platform.text.InvisibleCharacters;
import io.redress.rules.source.CellWarning;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A result of table analysis, such as a gap, an overlap or a duplicate row, or a cell that is
 * probably a mistake.
 *
 * @param table name of the table; empty in a workbook without tables, such as the calendar
 * @param cell address of the cell concerned, such as {@code D7}; null when it is about whole rows
 * @param rows numbers of the rows concerned, as the spreadsheet shows them
 * @param message what was found, and what to do about it
 * @param example facts that show it, by name, with values of their terms' types; absent facts are
 *     unknown. Empty where no example is needed.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
    Severity severity,
    Code code,
    String table,
    String file,
    String sheet,
    @Nullable String cell,
    List<Integer> rows,
    String message,
    Map<String, Object> example) {
  public Finding {
    rows = List.copyOf(rows);
    example = Collections.unmodifiableMap(new LinkedHashMap<>(example));
  }

  /** A warning about a cell that can be read. */
  public static Finding of(CellWarning warning, String table) {
    return new Finding(
        Severity.WARNING,
        Code.valueOf(warning.code().name()),
        table,
        warning.file(),
        warning.sheet(),
        warning.cell(),
        List.of(warning.row()),
        warning.message(),
        Map.of());
  }

  /** How serious a finding is; only errors block activation. */
  public enum Severity {
    /** The table contradicts itself; its rule set cannot be activated. */
    ERROR,
    /** Probably a mistake. */
    WARNING,
    /** Often intended. */
    NOTE
  }

  /** The kind of finding. */
  public enum Code {
    /** Rows match the same facts with different outcomes. */
    OVERLAP,
    /** No facts reach a row. */
    UNREACHABLE,
    /** Rows match exactly the same facts. */
    DUPLICATE,
    /** No row matches some facts. */
    GAP,
    /** A condition is true for all values. */
    ALWAYS_TRUE,
    /** The format of a cell shows something else than its value. */
    FORMAT_MISLEADS,
    /** The text of a row is struck through. */
    STRUCK_OUT,
    /** A condition names a code that no facts have. */
    UNKNOWN_CODE,
    /** The analysis of the table ran out of time or memory. */
    NOT_FINISHED
  }

  /**
   * One line, such as {@code warning: promises.xlsx, Goodwill: row 5 is unreachable: ...
   * [UNREACHABLE]}.
   */
  @Override
  public String toString() {
    String where = severity.name().toLowerCase(Locale.ROOT) + ": " + file + ", " + sheet;
    String place = cell == null ? ": " : "!" + cell + ": ";
    return InvisibleCharacters.lineOf(where + place + message + " [" + code + "]");
  }
}
