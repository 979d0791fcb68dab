package io.redress.security.access;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key that lets a person or a system in, without its secret.
 *
 * @param id public: it names the key in lists and logs, and opens nothing
 * @param name whose it is; several keys of one name are one actor
 * @param expiresAt null when never
 * @param lastUsedAt to the hour; null when not yet
 */
public record ApiKey(
    String id,
    String name,
    Set<String> roles,
    Instant createdAt,
    String createdBy,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt) {

  /** No colon, which sets apart the names that come with tokens of another party. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ._@-]{0,98}[\\p{L}\\p{N}._@-])?");

  static final String ID_PATTERN = "[0-9a-f]{12}";

  private static final Pattern ID = Pattern.compile(ID_PATTERN);

  /** Names that this program goes by itself. */
  private static final Set<String> TAKEN =
      Set.of("local", "folder", "redress", "retention", "command line");

  public ApiKey {
    roles = Set.copyOf(roles);
  }

  /** Whether a key could have that id. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Whether it opens anything at that time. */
  boolean validAt(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches() && !TAKEN.contains(name.toLowerCase(Locale.ROOT));
  }
}
