package io.redress.console.tables;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.redress.http.problem.Rejections;
import io.redress.http.problem.Rejections.Reason;
import io.redress.lifecycle.RuleSets;
import io.redress.rules.table.TableSheet;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/** Checks edited tables; limits concurrency, as large tables need much memory. */
@Singleton
class TableChecks {
  private static final int MAX_CONCURRENT = 4;

  private final RuleSets ruleSets;
  private final Rejections rejections;
  private final Semaphore permits = new Semaphore(MAX_CONCURRENT);

  TableChecks(RuleSets ruleSets, Rejections rejections) {
    this.ruleSets = ruleSets;
    this.rejections = rejections;
  }

  /**
   * @param body the table as the page sends it
   * @throws HttpProblem 429 when too many checks run, 400 when the body does not match the table
   */
  CheckAnswer check(String body, TableSheet grid) {
    if (!permits.tryAcquire()) {
      throw rejections.because(
          Reason.CHECKS, "Too many tables are being checked. Retry after the time in Retry-After.");
    }
    try {
      return CheckAnswer.of(grid, TypedTable.read(body, grid), ruleSets.find(RuleSets.ACTIVE));
    } finally {
      permits.release();
    }
  }
}
