package io.redress.security.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in to the console.
 *
 * @param name as the audit log has it
 * @param keyId of the key that he signed in with; null where another party told us who he is
 */
public record Session(String name, Set<String> roles, @Nullable String keyId, Instant endsAt) {
  public Session {
    roles = Set.copyOf(roles);
  }
}
