package io.redress.security.access;

import io.redress.platform.database.StorableInstants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** Returns everything that is wrong with the specification. */
  public List<KeyProblem> problems(Instant now) {
    List<KeyProblem> problems = new ArrayList<>();
    if (!ApiKey.isName(name)) {
      problems.add(KeyProblem.NAME);
    }
    if (roles.isEmpty() || !Role.known(roles)) {
      problems.add(KeyProblem.ROLES);
    }
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      problems.add(KeyProblem.EXPIRED);
    } else if (expiresAt != null && !StorableInstants.contain(expiresAt)) {
      problems.add(KeyProblem.EXPIRES_TOO_LATE);
    }
    if (account != null && !ApiKey.isAccount(account)) {
      problems.add(KeyProblem.ACCOUNT);
    }
    return problems;
  }

  /** The messages of problems, as one text. */
  public static String text(List<KeyProblem> problems) {
    return problems.stream().map(KeyProblem::message).collect(Collectors.joining(" "));
  }
}
