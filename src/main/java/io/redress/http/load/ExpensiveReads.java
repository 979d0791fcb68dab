package io.redress.http.load;

import io.redress.http.problem.Rejections;
import io.redress.http.problem.Rejections.Reason;
import jakarta.inject.Singleton;

/**
 * The expensive reads in progress, of all kinds together. They are few, so that decisions always
 * get processors and connections to the database, whatever others read.
 */
@Singleton
class ExpensiveReads {
  /** One caller gets half of them. */
  static final int MAX_AT_ONCE = 6;

  private final SharedCapacity reads = new SharedCapacity(MAX_AT_ONCE, 1);
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
    switch (reads.take(caller, 1)) {
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

  /** Ends one that {@link #begin began}. */
  void end(String caller) {
    reads.give(caller, 1);
  }
}
