package io.redress.security.access;

import io.redress.platform.database.StorableInstants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a key to create.
 *
 * @param name the owner
 * @param expiresAt null when it never expires
 * @param account the name under which the owner signs in with an account; null for none
 */
public record KeySpec(
    String name, Set<String> roles, @Nullable Instant expiresAt, @Nullable String account) {
  public KeySpec {
    roles = Set.copyOf(roles);
  }

  /** A key of an owner without an account. */
  public KeySpec(String name, Set<String> roles, @Nullable Instant expiresAt) {
    this(name, roles, expiresAt, null);
  }

  /** Returns everything that is wrong with the specification, as messages for people. */
  public List<String> problems(Instant now) {
    List<String> problems = new ArrayList<>();
    if (!ApiKey.isName(name)) {
      problems.add(
          "The name must have 1 to 100 letters, digits, spaces or . _ @ - and must not look like a"
              + " built-in name, such as local, folder or system. Name the person or system that"
              + " uses the key.");
    }
    if (roles.isEmpty() || !Role.known(roles)) {
      problems.add("The roles must be one or more of " + String.join(", ", Role.ALL) + ".");
    }
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      problems.add("The expiry time is in the past. Choose a later time, or none.");
    } else if (expiresAt != null && !StorableInstants.contain(expiresAt)) {
      problems.add("The expiry time is after the year 9999. Choose an earlier time, or none.");
    }
    if (account != null && !ApiKey.isAccount(account)) {
      problems.add(
          "The account must be oidc: and the subject of the owner's tokens, as the audit log names"
              + " the person, such as oidc:8f3c-21.");
    }
    return problems;
  }
}
