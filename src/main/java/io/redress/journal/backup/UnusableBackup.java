package io.redress.journal.backup;

import java.io.IOException;
import java.io.Serial;

/** Nothing can be restored from a file, or to a database; the message says why, and what to do. */
final class UnusableBackup extends IOException {
  @Serial private static final long serialVersionUID = 1;

  UnusableBackup(String message) {
    super(message);
  }
}
