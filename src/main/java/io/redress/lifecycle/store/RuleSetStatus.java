package io.redress.lifecycle.store;

/** The state of a rule set. */
public enum RuleSetStatus {
  /** It can be read, and can be activated unless there are activation blockers. */
  CANDIDATE,
  /** It decides now. */
  ACTIVE,
  /** It was active. */
  RETIRED,
  /** It cannot be read. */
  REJECTED
}
