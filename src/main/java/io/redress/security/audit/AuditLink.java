package io.redress.security.audit;

import io.redress.platform.text.RecordHash;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * An event of the audit log as a link of the chain of all events.
 *
 * @param previous hash of the event before; of the first, {@link #genesis}; null if the event is
 *     older than the chain
 * @param hash hash of this event with {@code previous}
 */
public record AuditLink(
    @Nested AuditEvent event, @Nullable String previous, @Nullable String hash) {

  /** What the first event holds in place of the hash before it. */
  public static String genesis(Instant begunAt) {
    return new RecordHash().add("audit").add(begunAt.toString()).hex();
  }

  /** The hash of an event: all of its members but its number, then the hash before it. */
  static String hash(AuditEvent event, String previous) {
    return new RecordHash()
        .add(event.happenedAt().toString())
        .add(event.who())
        .add(event.what())
        .add(event.subject())
        .add(event.address())
        .add(event.requestId())
        .add(event.details())
        .add(previous)
        .hex();
  }

  /** Whether the event matches its hash. */
  public boolean intact() {
    return previous != null && hash(event, previous).equals(hash);
  }
}
