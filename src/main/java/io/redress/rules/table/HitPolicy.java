package io.redress.rules.table;

/** The DMN hit policy: which of the matching rows are the result. */
public enum HitPolicy {
  /** The first, from the top. */
  FIRST,
  /** The only one: rows must not overlap. */
  UNIQUE,
  /** All of them, from the top. */
  COLLECT
}
