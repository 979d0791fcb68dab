package io.redress.rules.table;

/** What a column's cells hold; a column has the type of its name. */
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
  /** 0 to 100; a cell formatted as a percentage counts as what it shows, the text 5% as 5. */
  PERCENT,
  DATE;

  boolean numeric() {
    return this == INTEGER || this == DECIMAL || this == PERCENT;
  }

  /** Whether values have an order, so that cells may hold ranges. */
  public boolean ordered() {
    return numeric() || this == DATE;
  }
}
