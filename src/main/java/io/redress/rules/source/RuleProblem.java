package io.redress.rules.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.platform.text.InvisibleCharacters;
import org.jspecify.annotations.Nullable;

/**
 * A problem of a rule set, with its place.
 *
 * @param file path inside the rule set, or of the test cases
 * @param sheet the worksheet's name, in a workbook
 * @param cell address such as {@code D7}, in a workbook
 * @param line from 1, in a text file
 * @param code the kind of problem, e.g. {@code VALUE_OUT_OF_RANGE}
 * @param value the invalid value, truncated; null when there is none
 * @param message what is wrong
 * @param suggestion what to do about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleProblem(
    String file,
    @Nullable String sheet,
    @Nullable String cell,
    @Nullable Integer line,
    ProblemCode code,
    @Nullable String value,
    String message,
    String suggestion) {
  private static final int MAX_VALUE_LENGTH = 200;
  private static final int MAX_MESSAGE_LENGTH = 600;

  public RuleProblem {
    file = InvisibleCharacters.shownIn(file);
    sheet = sheet == null ? null : InvisibleCharacters.shownIn(sheet);
    value = value == null ? null : shown(value, MAX_VALUE_LENGTH);
    message = shown(message, MAX_MESSAGE_LENGTH);
    suggestion = shown(suggestion, MAX_MESSAGE_LENGTH);
  }

  /** Truncates a text and shows invisible characters, so that it is safe in logs and terminals. */
  private static String shown(String text, int max) {
    int length = text.codePointCount(0, text.length());
    return InvisibleCharacters.shownIn(
        length <= max ? text : text.substring(0, text.offsetByCodePoints(0, max)) + "...");
  }

  /** A problem of a file as a whole. */
  public static RuleProblem ofFile(
      String file, ProblemCode code, String message, String suggestion) {
    return new RuleProblem(file, null, null, null, code, null, message, suggestion);
  }

  /** A problem in a line of a text file. */
  public static RuleProblem ofLine(
      String file, int line, ProblemCode code, String value, String message, String suggestion) {
    return new RuleProblem(file, null, null, line, code, value, message, suggestion);
  }

  /**
   * One line, such as {@code remedy.xlsx, Remedy!D7: discount 150 is above 100. Use 0 to 100.
   * [VALUE_OUT_OF_RANGE]}.
   */
  @Override
  public String toString() {
    String where =
        sheet != null
            ? ", " + sheet + (cell == null ? "" : "!" + cell)
            : line != null ? ":" + line : "";
    return InvisibleCharacters.lineOf(
        file + where + ": " + message + " " + suggestion + " [" + code + "]");
  }
}
