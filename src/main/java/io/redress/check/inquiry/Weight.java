package io.redress.check.inquiry;

/** What a fact makes a difference to. */
public enum Weight {
  /** The letter's wording, and nothing else. */
  WRITTEN,
  /** What is decided: the remedy, the money, the dates. */
  DECIDES;

  Weight heavier(Weight other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
