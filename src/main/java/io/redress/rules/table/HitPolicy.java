package io.redress.rules.table;

/** Which of the rows that match a table answers with, in DMN's words. */
public enum HitPolicy {
  /** The first, from the top. */
  FIRST,
  /** The only one: rows must not overlap. */
  UNIQUE,
  /** All of them, from the top. */
  COLLECT
}
