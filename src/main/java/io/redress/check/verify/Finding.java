package io.redress.check.verify;

import io.redress.platform.text.InvisibleCharacters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A result of table analysis: a gap, an overlap, an unreachable row or a duplicate row.
 *
 * @param table name of the table
 * @param rows numbers of the rows concerned, as the spreadsheet shows them
 * @param message what was found, and what to do about it
 * @param example facts that show it, by name, with values of their terms' types; absent facts are
 *     unknown. Empty where no example is needed.
 */
public record Finding(
    Severity severity,
    Code code,
    String table,
    String file,
    String sheet,
    List<Integer> rows,
    String message,
    Map<String, Object> example) {
  public Finding {
    rows = List.copyOf(rows);
    example = Collections.unmodifiableMap(new LinkedHashMap<>(example));
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
    /** The analysis of the table ran out of time or memory. */
    NOT_FINISHED
  }

  /**
   * One line, such as {@code warning: promises.xlsx, Goodwill: row 5 is unreachable: ...
   * [UNREACHABLE]}.
   */
  @Override
  public String toString() {
    String where = severity.name().toLowerCase(Locale.ROOT) + ": " + file + ", " + sheet + ": ";
    return InvisibleCharacters.lineOf(where + message + " [" + code + "]");
  }
}
