package io.redress.http.load;

import io.redress.http.problem.Rejections;
import io.redress.http.problem.Rejections.Reason;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * The work of one kind in progress that takes much more than a decision. There is little of it at
 * once, so that decisions always get processors and connections to the database, whatever others
 * do. As much waits a little while, for people who type on while a page still shows what they typed
 * before.
 */
abstract class ExpensiveWork {
  /** One caller gets half of them. */
  static final int MAX_AT_ONCE = 6;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final SharedCapacity places = new SharedCapacity(MAX_AT_ONCE, 1);
  private final SharedCapacity waiting = new SharedCapacity(MAX_AT_ONCE, 1);
  private final Rejections rejections;
  private final String plural;
  private final Reason full;

  /**
   * @param plural what it is, as problems name it
   * @param full why one is rejected when all places are taken
   */
  ExpensiveWork(Rejections rejections, String plural, Reason full) {
    this.rejections = rejections;
    this.plural = plural;
    this.full = full;
  }

  /**
   * Does some work, for which the caller has a place until it has returned, not until its client
   * has left: a client that asks and leaves does not get more of them.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem as {@link #begin} does
   */
  final Object during(String caller, Callable<Object> work) throws Exception {
    begin(caller);
    try {
      return work.call();
    } finally {
      end(caller);
    }
  }

  /**
   * Takes a place.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 429 when the caller has its share, or the
   *     status of the reason when no place is left
   */
  final void begin(String caller) {
    SharedCapacity.Outcome outcome = places.take(caller, 1);
    if (outcome != SharedCapacity.Outcome.TAKEN
        && waiting.take(caller, 1) == SharedCapacity.Outcome.TAKEN) {
      outcome = await(caller, System.nanoTime() + PATIENCE.toNanos());
    }
    switch (outcome) {
      case SHARE_USED ->
          throw rejections.because(
              Reason.CALLER,
              "Too many of your %s are in progress; others need room, too. Retry after the time in"
                      .formatted(plural)
                  + " Retry-After.");
      case FULL ->
          throw rejections.because(
              full,
              "Too many %s are in progress. Retry after the time in Retry-After."
                  .formatted(plural));
      case TAKEN -> {}
    }
  }

  private synchronized SharedCapacity.Outcome await(String caller, long until) {
    try {
      SharedCapacity.Outcome outcome = places.take(caller, 1);
      long left = until - System.nanoTime();
      while (outcome != SharedCapacity.Outcome.TAKEN && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        outcome = places.take(caller, 1);
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

  final long waiting() {
    return waiting.taken();
  }

  /** Gives back a place that {@link #begin} took. */
  final synchronized void end(String caller) {
    places.give(caller, 1);
    notifyAll();
  }
}
