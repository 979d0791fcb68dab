package io.redress.platform.text;

/** Texts that spreadsheet programs would run as formulas, some of them also in full width. */
public final class FormulaText {
  private static final String STARTS = "=+-@\t\r\n＝＋－＠";

  private FormulaText() {}

  /** Prefixes a formula with an apostrophe, so that spreadsheet programs show it as text. */
  public static String harmless(String text) {
    boolean formula = !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
