package io.redress.check.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The outcomes of the rows that applied before and after a change, top to bottom. In COLLECT
 * tables, outcomes that are in both are left out unless only their order changes.
 */
record AnswerChange(List<List<Optional<Object>>> before, List<List<Optional<Object>>> after) {

  /** Returns this change without the outcomes that are in both. */
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

  /** Whether only the order of outcomes changes. */
  boolean onlyOrder() {
    return before.size() > 1 && withoutShared().isNone();
  }
}
