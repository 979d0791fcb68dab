package io.redress.lifecycle.store;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule set as it is kept; but for its status it never changes.
 *
 * @param parent version of the rule set that it came from
 * @param activationBlockers why it cannot be activated; empty when it can
 * @param report what admission found, an {@code AdmissionReport} as JSON
 */
public record StoredRuleSet(
    String version,
    String hash,
    RuleSetStatus status,
    Instant createdAt,
    String createdBy,
    String comment,
    @Nullable String parent,
    @JsonAlias("hindrances") List<String> activationBlockers,
    String report) {
  public StoredRuleSet {
    activationBlockers = List.copyOf(activationBlockers);
  }

  /** The same elsewhere in its life. */
  public StoredRuleSet as(RuleSetStatus other) {
    return new StoredRuleSet(
        version, hash, other, createdAt, createdBy, comment, parent, activationBlockers, report);
  }
}
