package io.redress.cli.rulesets;

import io.redress.platform.text.InvisibleCharacters;
import io.redress.rules.source.Cell;
import io.redress.rules.source.Sheet;
import java.util.List;
import java.util.stream.Collectors;

/** A worksheet as plain text: one line for each row, in columns that small changes do not move. */
final class SheetText {
  /** Columns widen in steps, so that a slightly longer cell changes no other line. */
  private static final int STEP = 8;

  /** Longer cells shift only the rest of their own row. */
  private static final int MAX_WIDTH = 40;

  private static final String GAP = "  ";

  private final Sheet sheet;
  private final int[] widths;

  private SheetText(Sheet sheet) {
    this.sheet = sheet;
    this.widths = new int[columns(sheet)];
    for (List<Cell> row : sheet.rows()) {
      for (Cell cell : row) {
        int width = Math.min(MAX_WIDTH, (length(text(cell)) + STEP - 1) / STEP * STEP);
        widths[cell.column()] = Math.max(widths[cell.column()], width);
      }
    }
  }

  static String of(Sheet sheet) {
    SheetText text = new SheetText(sheet);
    return sheet.rows().stream()
        .map(text::line)
        .collect(Collectors.joining("\n", "== " + oneLine(sheet.name()) + " ==\n", "\n"));
  }

  private static int columns(Sheet sheet) {
    return sheet.rows().stream()
        .flatMap(List::stream)
        .mapToInt(cell -> cell.column() + 1)
        .max()
        .orElse(0);
  }

  private String line(List<Cell> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      Cell cell = Cell.at(row, column);
      String text = cell == null ? "" : text(cell);
      line.append(text).append(" ".repeat(Math.max(0, widths[column] - length(text)))).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private static String text(Cell cell) {
    return oneLine(cell.shown());
  }

  private static String oneLine(String text) {
    return InvisibleCharacters.lineOf(text);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
