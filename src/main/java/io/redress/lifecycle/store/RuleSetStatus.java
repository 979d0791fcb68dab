package io.redress.lifecycle.store;

/** Where a rule set is in its life. */
public enum RuleSetStatus {
  /** It could be read, and may be activated once nothing hinders that. */
  CANDIDATE,
  /** It decides. */
  ACTIVE,
  /** It decided once. */
  RETIRED,
  /** It can not be read. */
  REJECTED
}
