package io.redress.check.compare;

import io.redress.rules.table.Term;
import io.redress.rules.table.UnaryTest;
import io.redress.rules.table.UnaryTest.OneOf;
import io.redress.rules.table.UnaryTest.Within;
import java.util.Collections;
import java.util.List;

/**
 * A quick test for rows that cannot match the same facts, without computing all values of a column:
 * of a long table with few changes, it leaves hardly any row to compare.
 */
record RowOverlap(List<Term> conditions) {

  /** Whether two rows may match the same facts; may be true although they do not. */
  boolean possible(AlignedRow one, AlignedRow other) {
    for (int column = 0; column < conditions.size(); column++) {
      // A list may hold the words of both rows.
      if (!conditions.get(column).list()
          && apart(one.tests().get(column), other.tests().get(column))) {
        return false;
      }
    }
    return true;
  }

  private static boolean apart(UnaryTest one, UnaryTest other) {
    if (one instanceof OneOf words && other instanceof OneOf others) {
      return !words.negated()
          && !others.negated()
          && Collections.disjoint(words.values(), others.values());
    }
    return one instanceof Within within
        && other instanceof Within others
        && !within.negated()
        && !others.negated()
        && within.intervals().stream()
            .allMatch(interval -> others.intervals().stream().allMatch(interval::apart));
  }
}
