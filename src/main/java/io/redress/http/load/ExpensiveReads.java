package io.redress.http.load;

import io.redress.http.problem.Rejections;
import io.redress.http.problem.Rejections.Reason;
import jakarta.inject.Singleton;

/** The {@link ExpensiveRead}s in progress, of all kinds together. */
@Singleton
class ExpensiveReads extends ExpensiveWork {
  ExpensiveReads(Rejections rejections) {
    super(rejections, "reads of rules, comparisons and searches", Reason.OVERLOAD);
  }
}
