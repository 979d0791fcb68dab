package io.redress.check.verify;

import io.redress.platform.text.InvisibleCharacters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was found in a table as a whole.
 *
 * @param table its name
 * @param rows that it is about, as the spreadsheet shows them
 * @param message what was found, then what to do about it
 * @param example facts that show it, by name, in the form of their terms; what is absent is not
 *     known. Empty where none are needed.
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

  /** How much it matters. */
  public enum Severity {
    /** The table contradicts itself, and may not decide. */
    ERROR,
    /** Most likely a slip. */
    WARNING,
    /** Often meant so. */
    NOTE
  }

  /** What kind of thing was found. */
  public enum Code {
    /** Rows match the same facts and answer differently. */
    OVERLAP,
    /** No facts ever get a row's answer. */
    UNREACHABLE,
    /** Rows match the same facts, all of them. */
    DUPLICATE,
    /** No row answers some facts. */
    GAP,
    /** The table is too large to tell in the time that there is. */
    NOT_FINISHED
  }

  /**
   * Such as {@code warning: promises.xlsx, Goodwill: row 5 can never answer: ... [UNREACHABLE]}.
   */
  @Override
  public String toString() {
    String where = severity.name().toLowerCase(Locale.ROOT) + ": " + file + ", " + sheet + ": ";
    return InvisibleCharacters.lineOf(where + message + " [" + code + "]");
  }
}
