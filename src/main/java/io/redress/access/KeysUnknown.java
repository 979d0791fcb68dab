package io.redress.access;

import java.io.Serial;

/** Nobody can say now whether a key is good: the database does not answer. */
public final class KeysUnknown extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  KeysUnknown() {
    super("The database does not say whether the key is good.", null, false, false);
  }
}
