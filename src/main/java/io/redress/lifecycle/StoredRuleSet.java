package io.redress.lifecycle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule set as it is kept; but for its status it never changes.
 *
 * @param parent version of the rule set that it came from
 * @param hindrances why it may not be activated; empty when it may
 * @param report what admission found, a {@link Report} as JSON
 */
public record StoredRuleSet(
    String version,
    String hash,
    Status status,
    Instant createdAt,
    String createdBy,
    String comment,
    @Nullable String parent,
    List<String> hindrances,
    String report) {
  public StoredRuleSet {
    hindrances = List.copyOf(hindrances);
  }

  /** The same elsewhere in its life. */
  StoredRuleSet as(Status other) {
    return new StoredRuleSet(
        version, hash, other, createdAt, createdBy, comment, parent, hindrances, report);
  }
}
