package io.redress.security.access;

import java.io.Serial;

/** A key cannot be checked, since the database does not answer. */
public final class KeysUnavailable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  KeysUnavailable() {
    super("The key cannot be checked: the database does not answer.", null, false, false);
  }
}
