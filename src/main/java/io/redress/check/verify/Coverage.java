package io.redress.check.verify;

import java.util.List;

/** Whether a union of boxes covers another box. */
public sealed interface Coverage {

  /**
   * The boxes cover it.
   *
   * @param by positions of the boxes that were used to cover it
   */
  record Whole(List<Integer> by) implements Coverage {}

  /** The boxes leave at least this part uncovered. */
  record Partial(Box open) implements Coverage {}

  /** The budget ran out. */
  record Unknown() implements Coverage {}
}
