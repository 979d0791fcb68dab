package io.redress.http.problem;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;

/** Turns requests away that nothing is wrong with, and counts why. */
@Singleton
public class Rejections {
  private final MeterRegistry metrics;

  Rejections(MeterRegistry metrics) {
    this.metrics = metrics;
    Arrays.stream(Reason.values()).forEach(this::counter);
  }

  /** Why there is no room for a request. */
  public enum Reason {
    /** Too many requests are under way. */
    OVERLOAD(ProblemType.UNAVAILABLE),
    /** The service is about to end. */
    STOPPING(ProblemType.UNAVAILABLE),
    /** Too many send rules. */
    UPLOADS(ProblemType.TOO_MANY_REQUESTS),
    /** Too many have tables checked. */
    CHECKS(ProblemType.TOO_MANY_REQUESTS),
    /** Too many decisions hang. */
    ENDLESS_RULES(ProblemType.UNAVAILABLE),
    /** Nothing is active that could decide. */
    NO_RULES(ProblemType.UNAVAILABLE),
    /** Decisions can not be kept. */
    JOURNAL(ProblemType.UNAVAILABLE);

    private final ProblemType type;

    Reason(ProblemType type) {
      this.type = type;
    }
  }

  /** A problem to be thrown, which counts as of now. */
  public HttpProblem because(Reason reason, String detail) {
    counter(reason).increment();
    return reason.type.with(detail);
  }

  private Counter counter(Reason reason) {
    return Counter.builder("redress.rejected")
        .description("Requests turned away for want of room")
        .tag("reason", reason.name().toLowerCase(Locale.ROOT))
        .register(metrics);
  }
}
