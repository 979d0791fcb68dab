package io.redress.check.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a table answered, and what it answers now: the outcomes of rows, from the top. Where all
 * rows answer, those that answer both then and now are left out, unless it is their order that
 * changes.
 */
record AnswerChange(List<List<Optional<Object>>> before, List<List<Optional<Object>>> after) {

  /** Without the answers that are in both. */
  AnswerChange withoutShared() {
    return new AnswerChange(without(before, after), without(after, before));
  }

  private static List<List<Optional<Object>>> without(
      List<List<Optional<Object>>> answers, List<List<Optional<Object>>> others) {
    List<List<Optional<Object>>> left = new ArrayList<>(answers);
    others.forEach(left::remove);
    return left;
  }

  boolean isNone() {
    return before.equals(after);
  }

  /** Whether the same answers come in another order. */
  boolean onlyOrder() {
    return before.size() > 1 && withoutShared().isNone();
  }
}
