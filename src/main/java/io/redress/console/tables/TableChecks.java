package io.redress.console.tables;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.redress.http.problem.Rejections;
import io.redress.http.problem.Rejections.Reason;
import io.redress.lifecycle.RuleSets;
import io.redress.rules.table.TableGrid;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/** Checks tables while they are edited, only so many at once: a large one fills much memory. */
@Singleton
class TableChecks {
  private static final int MOST_AT_ONCE = 4;

  private final RuleSets ruleSets;
  private final Rejections rejections;
  private final Semaphore turns = new Semaphore(MOST_AT_ONCE);

  TableChecks(RuleSets ruleSets, Rejections rejections) {
    this.ruleSets = ruleSets;
    this.rejections = rejections;
  }

  /**
   * @param body the table as the page sends it
   * @throws HttpProblem when it is not its turn, or the body is none of the table
   */
  CheckAnswer check(String body, TableGrid grid) {
    if (!turns.tryAcquire()) {
      throw rejections.because(
          Reason.CHECKS, "Other tables are being checked. Send this one again after Retry-After.");
    }
    try {
      return CheckAnswer.of(grid, TypedTable.read(body, grid), ruleSets.find(RuleSets.ACTIVE));
    } finally {
      turns.release();
    }
  }
}
