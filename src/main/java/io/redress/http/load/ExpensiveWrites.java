package io.redress.http.load;

import io.redress.http.problem.Rejections;
import io.redress.http.problem.Rejections.Reason;
import jakarta.inject.Singleton;

/** The {@link ExpensiveWrite}s in progress, of all kinds together. */
@Singleton
class ExpensiveWrites extends ExpensiveWork {
  ExpensiveWrites(Rejections rejections) {
    super(rejections, "changes of rules", Reason.UPLOADS);
  }
}
