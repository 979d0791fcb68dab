package io.redress.lifecycle.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule set is in the work of people.
 *
 * @param number in the order in which rule sets came, from 1; 0 before it is stored
 * @param continuedBy version of the latest rule set that goes on from it; null if none does
 * @param archival null unless it was set aside
 * @param basedOn version to which it was brought up to date; null for that where its work began
 */
public record Stage(
    long number,
    @Nullable String continuedBy,
    @Nullable Archival archival,
    @Nullable String basedOn) {
  /** Of a rule set that is not stored yet. */
  public static final Stage NEW = new Stage(0, null, null, null);

  /** Who set a rule set aside, and why. */
  public record Archival(Instant at, String by, String reason) {}
}
