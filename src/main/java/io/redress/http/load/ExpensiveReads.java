package io.redress.http.load;

import io.redress.http.problem.Rejections;
import io.redress.http.problem.Rejections.Reason;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The expensive reads in progress, of all kinds together. They are few, so that decisions always
 * get processors and connections to the database, whatever others read. As few wait a little while,
 * for people who type on while a page still shows what they typed before.
 */
@Singleton
class ExpensiveReads {
  /** One caller gets half of them. */
  static final int MAX_AT_ONCE = 6;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final SharedCapacity reads = new SharedCapacity(MAX_AT_ONCE, 1);
  private final SharedCapacity waiting = new SharedCapacity(MAX_AT_ONCE, 1);
  private final Rejections rejections;

  ExpensiveReads(Rejections rejections) {
    this.rejections = rejections;
  }

  /**
   * Begins one.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 429 when the caller has its share, 503 when
   *     none is left
   */
  void begin(String caller) {
    SharedCapacity.Outcome outcome = reads.take(caller, 1);
    if (outcome != SharedCapacity.Outcome.TAKEN
        && waiting.take(caller, 1) == SharedCapacity.Outcome.TAKEN) {
      outcome = await(caller, System.nanoTime() + PATIENCE.toNanos());
    }
    switch (outcome) {
      case SHARE_USED ->
          throw rejections.because(
              Reason.CALLER,
              "Too many of your reads of rules, comparisons and searches are in progress; others"
                  + " need room, too. Retry after the time in Retry-After.");
      case FULL ->
          throw rejections.because(
              Reason.OVERLOAD,
              "Too many reads of rules, comparisons and searches are in progress. Retry after the"
                  + " time in Retry-After.");
      case TAKEN -> {}
    }
  }

  private synchronized SharedCapacity.Outcome await(String caller, long until) {
    try {
      SharedCapacity.Outcome outcome = reads.take(caller, 1);
      long left = until - System.nanoTime();
      while (outcome != SharedCapacity.Outcome.TAKEN && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        outcome = reads.take(caller, 1);
        left = until - System.nanoTime();
      }
      return outcome;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return SharedCapacity.Outcome.FULL;
    } finally {
      waiting.give(caller, 1);
    }
  }

  long waiting() {
    return waiting.taken();
  }

  /** Ends one that {@link #begin began}. */
  synchronized void end(String caller) {
    reads.give(caller, 1);
    notifyAll();
  }
}
