package io.redress.audit;

/** What is written into the audit log. */
public enum Deed {
  RULE_SET_PROPOSED,
  RULE_SET_REJECTED,
  RULE_SET_ACTIVATED,
  KEY_ADDED,
  KEY_REVOKED,
  PERSONAL_DATA_DESTROYED,
  SERVICE_STARTED
}
