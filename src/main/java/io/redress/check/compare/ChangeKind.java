package io.redress.check.compare;

/** What became of a part of a rule set. */
public enum ChangeKind {
  ADDED,
  REMOVED,
  CHANGED,
  /** Only rows: it says the same in another place among the others. */
  MOVED
}
