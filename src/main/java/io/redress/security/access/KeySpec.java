package io.redress.security.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a key to be like.
 *
 * @param name whose it is to be
 * @param expiresAt null for never
 */
public record KeySpec(String name, Set<String> roles, @Nullable Instant expiresAt) {
  public KeySpec {
    roles = Set.copyOf(roles);
  }

  /** All that is wrong with it. */
  public List<String> faults(Instant now) {
    List<String> faults = new ArrayList<>();
    if (!ApiKey.isName(name)) {
      faults.add(
          "The name has to be 1 to 100 letters, digits, spaces or . _ @ - and no name of Redress"
              + " itself, such as local. Name the person or system that the key is for.");
    }
    if (roles.isEmpty() || !Role.known(roles)) {
      faults.add("The roles are one or more of " + String.join(", ", Role.ALL) + ". Name those.");
    }
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      faults.add("It would have expired already. Choose a time to come, or none.");
    }
    return faults;
  }
}
