package io.redress.journal.write;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Nothing can be stored now, so nothing may be answered; the message is shown to clients. */
final class JournalUnavailable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  JournalUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
