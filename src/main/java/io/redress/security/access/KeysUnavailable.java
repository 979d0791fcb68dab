package io.redress.security.access;

import java.io.Serial;

/** Nobody can say now whether a key is good: the database does not answer. */
public final class KeysUnavailable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  KeysUnavailable() {
    super("The database does not say whether the key is good.", null, false, false);
  }
}
