package io.redress.journal.read;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A search that was cancelled because it took too long. */
public final class SearchTooSlow extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  SearchTooSlow(@Nullable Throwable cause) {
    super("The search took too long.", cause);
  }
}
