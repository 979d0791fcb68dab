package io.redress.journal.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.lifecycle.store.RuleSetStore;
import io.redress.lifecycle.store.Stage;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.audit.AuditAction;
import io.redress.security.audit.AuditEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares the stored rule sets with what events of the audit log say about them. */
final class AuditedRuleSets {
  /** What was stored, by the version: the details of its event. */
  private final Map<String, JsonNode> added = new HashMap<>();

  /** The last event that set a version aside, or took it up again. */
  private final Map<String, AuditEvent> archivals = new HashMap<>();

  private final Set<String> proposed = new HashSet<>();

  /**
   * Remembers an event.
   *
   * @return false if it is about a rule set that an earlier event has already
   */
  boolean remember(AuditEvent event, JsonNode details) {
    if (isOneOf(event, AuditAction.RULE_SET_ARCHIVED, AuditAction.RULE_SET_REOPENED)) {
      archivals.put(event.subject(), event);
    }
    if (!isOneOf(event, AuditAction.RULE_SET_PROPOSED, AuditAction.RULE_SET_REJECTED)) {
      return true;
    }
    if (proposed.contains(event.subject())) {
      return false;
    }
    added.put(event.subject(), details);
    if (isOneOf(event, AuditAction.RULE_SET_PROPOSED)) {
      proposed.add(event.subject());
    }
    return true;
  }

  private static boolean isOneOf(AuditEvent event, AuditAction... actions) {
    for (AuditAction action : actions) {
      if (event.what().equals(action.name())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Compares all rule sets.
   *
   * @param isOlder whether the events of an instant were written before there was a chain
   * @param differing receives a sentence for each rule set that is not as the audit log has it
   */
  void check(RuleSetStore store, Predicate<Instant> isOlder, Consumer<String> differing) {
    Set<String> missing = new HashSet<>(added.keySet());
    for (String version : store.versions()) {
      missing.remove(version);
      StoredRuleSet stored = store.find(version).orElseThrow();
      JsonNode audited = added.get(version);
      if (audited == null
          ? !isOlder.test(stored.createdAt())
          : !isAsAdded(stored, store.hash(stored), audited)) {
        differing.accept("Rule set " + version + " is not as the audit log has it.");
      } else if (!isArchivedAs(stored.stage().archival(), archivals.get(version), isOlder)) {
        differing.accept(
            "The archival of rule set " + version + " is not as the audit log has it.");
      }
    }
    missing.stream()
        .sorted()
        .forEach(
            version ->
                differing.accept(
                    "Rule set " + version + " is in the audit log, and it is not stored."));
  }

  /** Events of the first versions of this program have neither number nor base. */
  private static boolean isAsAdded(StoredRuleSet stored, String hash, JsonNode audited) {
    String basedOn = audited.path("basedOn").textValue();
    return audited.path("row").asText().equals(hash)
        && (!audited.has("number")
            || audited.path("number").longValue() == stored.number()
                && (basedOn == null
                    ? stored.stage().basedOn() == null
                    : basedOn.equals(stored.stage().basedOn())));
  }

  private static boolean isArchivedAs(
      Stage.@Nullable Archival stored, @Nullable AuditEvent last, Predicate<Instant> isOlder) {
    boolean archived = last != null && isOneOf(last, AuditAction.RULE_SET_ARCHIVED);
    if (stored == null) {
      return !archived;
    }
    return last == null
        ? isOlder.test(stored.at())
        : archived && last.happenedAt().equals(stored.at()) && reason(last).equals(stored.reason());
  }

  private static String reason(AuditEvent event) {
    return AuditCheck.details(event).path("reason").asText();
  }
}
