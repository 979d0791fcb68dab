package io.redress.rules.table;

/** Types of terms, and so of the cells in their columns. */
public enum ValueType {
  /** One of a closed list of words. */
  ENUM,
  /** Any text, for facts such as a country or a season's name. */
  TEXT,
  /** An open list of words: capital letters, digits and underscores. */
  CODE,
  BOOLEAN,
  INTEGER,
  DECIMAL,
  /** 0 to 100. A cell with a percent format has the value that it displays; the text 5% is 5. */
  PERCENT,
  DATE;

  boolean numeric() {
    return this == INTEGER || this == DECIMAL || this == PERCENT;
  }

  /** Whether values are ordered, so that cells may be ranges. */
  public boolean ordered() {
    return numeric() || this == DATE;
  }
}
