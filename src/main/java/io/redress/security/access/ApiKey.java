package io.redress.security.access;

import io.redress.security.audit.Actor;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An API key without its secret.
 *
 * @param id public; identifies the key in lists and logs, and grants nothing by itself
 * @param name the owner; keys with the same name belong to one actor
 * @param expiresAt null when it never expires
 * @param lastUsedAt accurate to the hour; null when never used
 * @param account the name under which the owner signs in with an account; null for none
 */
public record ApiKey(
    String id,
    String name,
    Set<String> roles,
    Instant createdAt,
    String createdBy,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt,
    @Nullable String account) {

  /** Without colons, which mark names that come with tokens of an identity provider. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ._@-]{0,98}[\\p{L}\\p{N}._@-])?");

  static final String ID_PATTERN = "[0-9a-f]{12}";

  private static final Pattern ID = Pattern.compile(ID_PATTERN);

  /** Names of built-in actors, and such as are taken for them. */
  private static final Set<String> RESERVED =
      Set.of(
          Actor.LOCAL,
          TemporaryKey.NAME,
          Actor.FOLDER,
          Actor.STREAM,
          "redress",
          "retention",
          "command line",
          "system",
          "service",
          "anonymous");

  public ApiKey {
    roles = Set.copyOf(roles);
  }

  /** Whether the text has the format of a key id. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Whether the key is neither revoked nor expired at that time. */
  public boolean validAt(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  /** Whether the text is a name of an account, as callers with a token have one. */
  static boolean isAccount(String text) {
    return text.startsWith(Actor.ACCOUNT_PREFIX)
        && !text.substring(Actor.ACCOUNT_PREFIX.length()).isBlank()
        && Actor.isName(text);
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches() && !isReserved(name);
  }

  /** Whether the audit log would show a name that readers take for a part of this program. */
  private static boolean isReserved(String name) {
    String words = name.replaceAll("[._@-]+", " ");
    return RESERVED.stream().anyMatch(one -> PrincipalNames.confusable(words, one));
  }
}
