package io.redress.console.access;

import io.redress.console.FormProblem;
import io.redress.security.access.KeyProblem;
import io.redress.security.access.KeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new key.
 *
 * @param expires the last day on which it is valid; empty for a key that never expires
 * @param account empty for none
 */
record KeyForm(String name, List<String> roles, String expires, String account) {

  /** What the form asks for; empty if the last day is not a day. */
  Optional<KeySpec> spec() {
    try {
      return Optional.of(
          new KeySpec(
              name.strip(),
              new HashSet<>(roles),
              expires.isBlank() ? null : endOf(LocalDate.parse(expires.strip())),
              account.isBlank() ? null : account.strip()));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private static @Nullable Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant();
  }

  /** A problem at its field. */
  static FormProblem at(KeyProblem problem) {
    String field =
        switch (problem) {
          case NAME -> "name";
          case ROLES, FIRST_KEY -> "roles";
          case EXPIRED, EXPIRES_TOO_LATE -> "expires";
          case ACCOUNT -> "account";
        };
    return new FormProblem(field, "access.problem." + problem.name());
  }
}
