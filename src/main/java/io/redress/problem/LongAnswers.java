package io.redress.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Answers that take long to write, of which only so many are written at once. */
public final class LongAnswers {
  private final Semaphore free;

  /**
   * @param most at once
   */
  public LongAnswers(int most) {
    this.free = new Semaphore(most);
  }

  /**
   * The answer, if it is its turn; otherwise the answer is 429.
   *
   * @param busy what to say then
   */
  public StreamingOutput next(RoutingContext request, StreamingOutput answer, String busy) {
    if (!free.tryAcquire()) {
      throw ProblemType.TOO_MANY_REQUESTS.with(busy);
    }
    AtomicBoolean taken = new AtomicBoolean();
    // Who only asks for the head, or leaves early, never has it written.
    request.addEndHandler(
        ended -> {
          if (taken.compareAndSet(false, true)) {
            free.release();
          }
        });
    return out -> {
      if (taken.compareAndSet(false, true)) {
        try {
          answer.write(out);
        } finally {
          free.release();
        }
      }
    };
  }
}
