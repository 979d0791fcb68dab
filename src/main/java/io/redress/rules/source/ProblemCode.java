package io.redress.rules.source;

import java.util.EnumSet;
import java.util.Set;

/**
 * The kinds of problems that make a rule set invalid. {@code docs/problems} has a page on each:
 * what it means, why it is a problem, what to do.
 */
public enum ProblemCode {
  // Files
  BAD_FILE_NAME,
  CORRUPT,
  FILE_MISSING,
  FOLDER_MISSING,
  FOLDER_UNREADABLE,
  NOT_UTF8,
  TOO_LARGE,
  UNKNOWN_FILE,

  // Workbooks
  DOCTYPE,
  DUPLICATE_ENTRY,
  ENCRYPTED,
  EXTERNAL_LINKS,
  HIDDEN_COLUMN,
  HIDDEN_ROW,
  HIDDEN_SHEET,
  MACROS,
  MERGED_CELLS,
  NOT_A_WORKBOOK,
  SHEET_MISPLACED,
  SHEET_MISSING,

  // Cells
  ERROR_CELL,
  FORMULA,
  INVISIBLE_CHARACTER,
  LOOKALIKE_CHARACTERS,
  PERCENT_UNCLEAR,
  RANGE_REVERSED,
  TEXT_LOOKS_LIKE_NUMBER,
  TIME_OF_DAY,
  VALUE_NOT_ALLOWED,
  VALUE_OUT_OF_RANGE,
  WRONG_TYPE,

  // Edits
  NOT_READ_BACK,
  REFERENCE_LOST,

  // Decision tables
  BAD_HEADER,
  DUPLICATE_COLUMN,
  DUPLICATE_TABLE,
  NO_ROWS,
  OUTCOME_EMPTY,
  TABLE_MISSING,
  TOO_MANY_ROWS,
  UNKNOWN_NAME,

  // The calendar
  CLOSURES_OVERLAP,
  COLUMN_MISSING,
  COUNTRY_NOT_LISTED,
  DUPLICATE_COUNTRY,
  DUPLICATE_DAY,
  MAKE_UP_DAY_CLOSED,
  MAKE_UP_DAY_NOT_OFF,
  YEAR_WITHOUT_CLOSURES,

  // Letters
  CHOICE_UNKNOWN,
  FORMAT_NOT_SUPPORTED,
  LANGUAGE_UNKNOWN,
  PATTERN_MALFORMED,
  PHRASE_NOT_CLOSED,
  PLACEHOLDER_MAY_BE_UNKNOWN,
  PLACEHOLDER_MISSING,
  PLACEHOLDER_QUOTED,
  PLACEHOLDER_UNKNOWN,
  TEXT_EMPTY,
  TEXT_MISSING,
  TEXT_TOO_LONG,
  TEXT_TWICE,
  TEXT_UNKNOWN,
  TEXT_WITHOUT_NAME,

  // Test cases, laws, gates and KPIs
  ALIAS,
  BAD_ID,
  BAD_KEY,
  BAD_POINTER,
  CASE_FAILED,
  CHANGE_UNUSED,
  DUPLICATE_ID,
  DUPLICATE_KEY,
  EXPECTS_NOTHING,
  FACTS_REFUSED,
  LAW_BROKEN,
  MISSING,
  NOT_A_CASE,
  NOT_A_GATE,
  NOT_A_KPI,
  NOT_A_LAW,
  NOT_A_LIST,
  NOT_YAML,
  REFUSED_AND_MORE,
  TWO_DEMANDS,
  UNKNOWN_KEY,
  UNNAMED_COLUMN,
  UNTESTED,

  // DRL and native decision tables
  DRL_COMPILE,
  DRL_SYNTAX,
  NATIVE_TABLE,
  RULES_ENDLESS;

  private static final Set<ProblemCode> HIDING =
      EnumSet.of(
          CORRUPT,
          DOCTYPE,
          DUPLICATE_ENTRY,
          ENCRYPTED,
          EXTERNAL_LINKS,
          FILE_MISSING,
          FOLDER_MISSING,
          FOLDER_UNREADABLE,
          MACROS,
          NOT_A_WORKBOOK,
          NOT_UTF8,
          NOT_YAML,
          SHEET_MISSING,
          TOO_LARGE);

  /**
   * Whether content of a file is unknown for this problem, so that others may follow from it alone.
   */
  public boolean hidesContent() {
    return HIDING.contains(this);
  }
}
