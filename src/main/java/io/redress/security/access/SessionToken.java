package io.redress.security.access;

import io.redress.platform.text.Sha256;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the browser of somebody who looks at the console holds: 256 random bits. */
public record SessionToken(String text) {
  private static final Pattern FORM = Pattern.compile(Secret.PATTERN);

  public static SessionToken random() {
    return new SessionToken(Secret.random());
  }

  /** Empty for what is no token. */
  public static Optional<SessionToken> read(@Nullable String text) {
    return Optional.ofNullable(text).filter(FORM.asMatchPredicate()).map(SessionToken::new);
  }

  /**
   * What a page of this session sends along with everything that changes something. Pages of other
   * sites can not know it, and the token can not be told from it.
   */
  public String csrfToken() {
    return hash("proof:");
  }

  /** Whether somebody sent the proof, in a time that tells nothing of it. */
  public boolean acceptsCsrfToken(@Nullable String sent) {
    return sent != null && Sha256.isEqual(csrfToken(), sent);
  }

  /** What is kept of it. */
  String sha256() {
    return hash("session:");
  }

  private String hash(String purpose) {
    return Sha256.of(purpose + text);
  }

  /** Without the token, should it ever get into a log. */
  @Override
  public String toString() {
    return "...";
  }
}
