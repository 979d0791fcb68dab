package io.redress.security.audit;

/** Kinds of events in the audit log. */
public enum AuditAction {
  RULE_SET_PROPOSED,
  RULE_SET_REJECTED,
  RULE_SET_ACTIVATED,
  /** A candidate was set aside. */
  RULE_SET_ARCHIVED,
  /** An archived candidate was taken up again. */
  RULE_SET_REOPENED,
  KEY_ADDED,
  KEY_REVOKED,
  PERSONAL_DATA_DESTROYED,
  /** The oldest entries of a replica's chain were removed, since their retention ended. */
  JOURNAL_CUT,
  /** A key that signs certificates followed the one before. */
  SIGNING_KEY_ADDED,
  SIGNING_KEY_REVOKED,
  /** Past decisions are compared with those of a rule set. */
  IMPACT_RUN_CREATED,
  IMPACT_RUN_CANCELLED,
  /** A candidate decides beside the active rule set, without effect. */
  SHADOW_STARTED,
  SHADOW_ENDED,
  /** Everything that the database keeps was copied to a file. */
  BACKUP_MADE,
  SERVICE_STARTED,
  /** A user signed in to the console. */
  SIGNED_IN
}
