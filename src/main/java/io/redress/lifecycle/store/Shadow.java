package io.redress.lifecycle.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A candidate that decides beside the active rule set, without effect.
 *
 * @param number in the order in which shadows were started, from 1
 * @param version of the candidate
 * @param end null while it is at work
 */
public record Shadow(
    String id,
    long number,
    String version,
    Instant startedAt,
    String startedBy,
    @Nullable End end) {

  /** Why a shadow ended. */
  public enum Reason {
    /** A person stopped it. */
    STOPPED,
    /** Another shadow was started in its place. */
    REPLACED,
    /** Its rule set decides now. */
    ACTIVATED,
    /** Its candidate was set aside. */
    ARCHIVED
  }

  /** When a shadow ended, by whom, and why. */
  public record End(Instant at, String by, Reason reason) {}

  /** Whether it is at work. */
  public boolean running() {
    return end == null;
  }
}
