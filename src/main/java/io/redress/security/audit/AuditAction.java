package io.redress.security.audit;

/** What is written into the audit log. */
public enum AuditAction {
  RULE_SET_PROPOSED,
  RULE_SET_REJECTED,
  RULE_SET_ACTIVATED,
  KEY_ADDED,
  KEY_REVOKED,
  PERSONAL_DATA_DESTROYED,
  /** The beginning of a replica's chain was let go of, as the retention says. */
  JOURNAL_CUT,
  SERVICE_STARTED,
  /** Somebody signed in to the console. */
  SIGNED_IN
}
