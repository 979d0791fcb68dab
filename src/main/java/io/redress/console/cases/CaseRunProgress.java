package io.redress.console.cases;

import io.redress.check.admission.CaseRun;
import io.redress.check.testcase.CaseOutcome;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A run of all test cases of a rule set: its progress, then its result. */
final class CaseRunProgress {
  private final int total;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private volatile @Nullable Finished finished;

  /**
   * @param run null if the run did not finish
   */
  record Finished(@Nullable CaseRun run, Instant at) {}

  CaseRunProgress(int total) {
    this.total = total;
  }

  void count(CaseOutcome outcome) {
    done.incrementAndGet();
    if (!outcome.passed()) {
      failed.incrementAndGet();
    }
  }

  void finish(@Nullable CaseRun run, Instant at) {
    finished = new Finished(run, at);
  }

  public int total() {
    return total;
  }

  public int done() {
    return done.get();
  }

  public int failed() {
    return failed.get();
  }

  public @Nullable Finished finished() {
    return finished;
  }
}
