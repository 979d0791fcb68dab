package io.redress.domain.dispute;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The proof that the buyer has sent so far.
 *
 * @param types the kinds received; empty when none were
 * @param conclusive absent: taken as conclusive
 */
public record Evidence(
    Set<Type> types, @Nullable Boolean conclusive, @Nullable LocalDate requestedOn) {

  /** A kind of proof, in the order in which it is asked for. */
  public enum Type {
    PHOTO,
    VIDEO,
    DOCUMENT
  }
}
