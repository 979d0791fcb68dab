package io.redress.rules.source;

import io.redress.platform.text.InvisibleCharacters;

/**
 * Something in a cell that is probably a mistake, though the cell can be read.
 *
 * @param file path of the workbook inside the rule set
 * @param sheet the worksheet's name
 * @param cell address such as {@code D7}
 * @param row number of its row
 * @param message what it is, and what to do about it
 */
public record CellWarning(
    String file, String sheet, String cell, int row, Code code, String message) {
  private static final int MAX_MESSAGE_LENGTH = 600;

  public CellWarning {
    sheet = InvisibleCharacters.shownIn(sheet);
    int length = message.codePointCount(0, message.length());
    message =
        InvisibleCharacters.shownIn(
            length <= MAX_MESSAGE_LENGTH
                ? message
                : message.substring(0, message.offsetByCodePoints(0, MAX_MESSAGE_LENGTH)) + "...");
  }

  /** The kinds of warnings. */
  public enum Code {
    /** The format shows something else than the value. */
    FORMAT_MISLEADS,
    /** The text is struck through. */
    STRUCK_OUT,
    /** A condition names a code that no table answers. */
    UNKNOWN_CODE
  }
}
