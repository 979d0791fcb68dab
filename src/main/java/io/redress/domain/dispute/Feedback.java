package io.redress.domain.dispute;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The buyer's review after the remedy. */
public record Feedback(@Nullable LocalDate on, @Nullable Rating rating) {

  /** A marketplace review in three grades. */
  public enum Rating {
    POSITIVE,
    NEUTRAL,
    NEGATIVE
  }
}
