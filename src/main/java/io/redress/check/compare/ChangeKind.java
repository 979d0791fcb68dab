package io.redress.check.compare;

/** How a part of a rule set changed. */
public enum ChangeKind {
  ADDED,
  REMOVED,
  CHANGED,
  /** Only of rows: equal, but in another place among the other rows. */
  MOVED
}
