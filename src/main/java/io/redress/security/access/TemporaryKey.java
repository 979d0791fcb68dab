package io.redress.security.access;

import io.redress.platform.text.Sha256;
import jakarta.inject.Singleton;

/**
 * The key of an open service, for requests that are not clearly from this machine, such as through
 * a proxy. It has all roles, is valid until the service stops or is protected, and is stored
 * nowhere.
 */
@Singleton
public class TemporaryKey {
  /** The caller's name. */
  public static final String NAME = "temporary key";

  private final KeyToken token = KeyToken.random();

  public boolean matches(String presented) {
    return Sha256.isEqual(Sha256.of(presented), token.sha256());
  }

  /** The secret, to be shown to who started the service. */
  public String secret() {
    return token.text();
  }
}
