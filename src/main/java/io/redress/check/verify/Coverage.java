package io.redress.check.verify;

import java.util.List;

/** Whether some boxes together cover another. */
public sealed interface Coverage {

  /**
   * They do.
   *
   * @param by those of the boxes that are needed for it, by position
   */
  record Whole(List<Integer> by) implements Coverage {}

  /** They leave at least this, which none of them touches. */
  record Partial(Box open) implements Coverage {}

  /** It takes too long to tell. */
  record Unknown() implements Coverage {}
}
