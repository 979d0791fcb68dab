package io.redress.domain.dispute;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The proof that the buyer has sent so far.
 *
 * @param types the kinds received; empty when none were
 * @param conclusive absent: taken as conclusive
 * @param requestedOn the day on which it was last asked for
 * @param requests how often it was asked for
 * @param receivedOn the day on which the buyer last sent some
 */
public record Evidence(
    Set<Type> types,
    @Nullable Boolean conclusive,
    @Nullable LocalDate requestedOn,
    @Range(max = 1_000) @Nullable Integer requests,
    @Nullable LocalDate receivedOn) {

  /** Returns how often proof was asked for, as far as the facts say. */
  public int timesRequested() {
    return requests != null ? requests : requestedOn != null ? 1 : 0;
  }

  /** A kind of proof, in the order in which it is asked for. */
  public enum Type {
    PHOTO,
    VIDEO,
    DOCUMENT
  }
}
