package io.redress.console.home;

import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.access.ApiKey;
import io.redress.security.audit.AuditEvent;
import java.util.List;
import java.util.Optional;

/**
 * What the visitor works on, by role.
 *
 * @param own newest candidates of an editor
 * @param waiting newest candidates that the visitor may activate, as far as gates say as well
 * @param access empty unless the visitor manages keys
 * @param events newest events of the audit log; empty unless the visitor may read it
 */
record Desk(
    List<Candidate> own, List<StoredRuleSet> waiting, Optional<Access> access, List<Event> events) {

  /**
   * A candidate of the visitor's own.
   *
   * @param gated whether only gates keep it from being activated
   */
  record Candidate(StoredRuleSet ruleSet, boolean gated) {
    /** Whether nothing keeps it from being activated. */
    public boolean ready() {
      return ruleSet.isReady() && !gated;
    }
  }

  /**
   * The keys of people and systems.
   *
   * @param valid how many can be used
   * @param expiring those that expire soon, the first of them first
   */
  record Access(int valid, List<ApiKey> expiring) {}

  /**
   * @param label message key of what was done
   */
  record Event(AuditEvent event, String label) {
    static Event of(AuditEvent event) {
      return new Event(event, "access.action." + event.what());
    }
  }

  /** Whether the visitor has something to do or to look at here. */
  public boolean isEmpty() {
    return own.isEmpty() && waiting.isEmpty() && access.isEmpty() && events.isEmpty();
  }
}
