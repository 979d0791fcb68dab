package io.redress.security.access;

import io.redress.platform.text.Sha256;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The token of a console session in the cookie of a browser: 256 random bits. */
public record SessionToken(String text) {
  private static final Pattern FORMAT = Pattern.compile(Secret.PATTERN);

  public static SessionToken random() {
    return new SessionToken(Secret.random());
  }

  /** Returns empty when the text is not a token. */
  public static Optional<SessionToken> read(@Nullable String text) {
    return Optional.ofNullable(text).filter(FORMAT.asMatchPredicate()).map(SessionToken::new);
  }

  /**
   * Returns the CSRF token that pages of this session send with every change. Pages of other sites
   * cannot know it, and the session token cannot be derived from it.
   */
  public String csrfToken() {
    return hash("proof:");
  }

  /** Compares a CSRF token in constant time. */
  public boolean acceptsCsrfToken(@Nullable String sent) {
    return sent != null && Sha256.isEqual(csrfToken(), sent);
  }

  /** Returns the hash under which the session is stored. */
  String sha256() {
    return hash("session:");
  }

  private String hash(String purpose) {
    return Sha256.of(purpose + text);
  }

  /** Hides the token, in case it is logged. */
  @Override
  public String toString() {
    return "...";
  }
}
