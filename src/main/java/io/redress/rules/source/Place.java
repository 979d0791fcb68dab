package io.redress.rules.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A place in a file of a rule set: a line, or a cell of a workbook.
 *
 * @param file path of the file among the test cases or inside the rule set
 * @param sheet the worksheet's name, in a workbook
 * @param cell address such as {@code D7}, in a workbook
 * @param line from 1, in a text file
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Place(
    String file, @Nullable String sheet, @Nullable String cell, @Nullable Integer line) {

  public static Place ofLine(String file, int line) {
    return new Place(file, null, null, line);
  }

  public static Place ofCell(String file, String sheet, String cell) {
    return new Place(file, sheet, cell, null);
  }

  public RuleProblem problem(
      ProblemCode code, @Nullable String value, String message, String suggestion) {
    return new RuleProblem(file, sheet, cell, line, code, value, message, suggestion);
  }

  /** Such as {@code dress.yaml:12} or {@code cases.xlsx, Dress!D7}. */
  @Override
  public String toString() {
    return line != null ? file + ":" + line : file + ", " + sheet + "!" + cell;
  }
}
