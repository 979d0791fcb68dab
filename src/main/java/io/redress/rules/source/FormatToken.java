package io.redress.rules.source;

/**
 * A token of a number format.
 *
 * @param text what it shows, or for dates its letters
 */
record FormatToken(Kind kind, String text) {
  /** What a token shows. */
  enum Kind {
    /** The number as it is. */
    GENERAL,
    DIGIT,
    POINT,
    COMMA,
    PERCENT,
    EXPONENT,
    SLASH,
    DATE,
    LITERAL,
    CURRENCY,
    /** A character that fills the cell. */
    FILL,
    /** A blank as wide as a character. */
    BLANK,
    /** The text of a cell that holds one. */
    TEXT
  }
}
