package io.redress.security.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A console session.
 *
 * @param name of the user, as in the audit log
 * @param keyId of the key used to sign in; null for sign-in through an identity provider
 */
public record Session(String name, Set<String> roles, @Nullable String keyId, Instant endsAt) {
  public Session {
    roles = Set.copyOf(roles);
  }
}
