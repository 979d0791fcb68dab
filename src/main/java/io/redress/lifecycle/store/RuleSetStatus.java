package io.redress.lifecycle.store;

/** The state of a rule set. */
public enum RuleSetStatus {
  /** It can be read, and can be activated unless there are activation blockers. */
  CANDIDATE,
  /** A candidate from which another one goes on. */
  CONTINUED,
  /** A candidate that was set aside. */
  ARCHIVED,
  /** It decides now. */
  ACTIVE,
  /** It was active. */
  RETIRED,
  /** It cannot be read. */
  REJECTED;

  /** Whether people may still change it and activate it: it never decided. */
  public boolean inWork() {
    return this == CANDIDATE || this == CONTINUED || this == ARCHIVED;
  }
}
