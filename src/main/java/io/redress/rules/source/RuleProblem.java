package io.redress.rules.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.platform.text.InvisibleCharacters;
import org.jspecify.annotations.Nullable;

/**
 * One fault of a rule set, and where it is.
 *
 * @param file path inside the rule set, or of the test cases
 * @param sheet the worksheet's name, in a workbook
 * @param cell address such as {@code D7}, in a workbook
 * @param line from 1, in a text file
 * @param code names the kind of fault, e.g. {@code VALUE_OUT_OF_RANGE}
 * @param value what stands there, as far as it can be shown
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
  private static final int LONGEST_VALUE = 200;
  private static final int LONGEST_MESSAGE = 600;

  public RuleProblem {
    file = InvisibleCharacters.shownIn(file);
    sheet = sheet == null ? null : InvisibleCharacters.shownIn(sheet);
    value = value == null ? null : shown(value, LONGEST_VALUE);
    message = shown(message, LONGEST_MESSAGE);
    suggestion = shown(suggestion, LONGEST_MESSAGE);
  }

  /** Values may be anything; they can do no harm where they are told. */
  private static String shown(String text, int most) {
    int length = text.codePointCount(0, text.length());
    return InvisibleCharacters.shownIn(
        length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most)) + "...");
  }

  /** A fault of a file as a whole. */
  public static RuleProblem ofFile(
      String file, ProblemCode code, String message, String suggestion) {
    return new RuleProblem(file, null, null, null, code, null, message, suggestion);
  }

  /** A fault in a line of a text file. */
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
