package io.redress.check.inquiry;

/** What a fact affects. */
public enum Weight {
  /** Only the text of the letter. */
  WRITTEN,
  /** The decision: remedy, amounts, dates. */
  DECIDES;

  Weight heavier(Weight other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
