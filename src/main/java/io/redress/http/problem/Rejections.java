package io.redress.http.problem;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;

/** Rejects valid requests for lack of capacity, and counts them by reason. */
@Singleton
public class Rejections {
  private final MeterRegistry metrics;

  Rejections(MeterRegistry metrics) {
    this.metrics = metrics;
    Arrays.stream(Reason.values()).forEach(this::counter);
  }

  /** Why a request is rejected. */
  public enum Reason {
    /** Too many requests are in progress. */
    OVERLOAD(ProblemType.UNAVAILABLE),
    /** Too many requests of one caller are in progress. */
    CALLER(ProblemType.TOO_MANY_REQUESTS),
    /** The service is shutting down. */
    STOPPING(ProblemType.UNAVAILABLE),
    /** Too many changes of rules are in progress. */
    UPLOADS(ProblemType.TOO_MANY_REQUESTS),
    /** Too many searches for what would change a decision are in progress. */
    SEARCHES(ProblemType.TOO_MANY_REQUESTS),
    /** Too many activations are in progress. */
    ACTIVATIONS(ProblemType.TOO_MANY_REQUESTS),
    /** Too many decisions hang. */
    ENDLESS_RULES(ProblemType.UNAVAILABLE),
    /** No rule set is active. */
    NO_RULES(ProblemType.UNAVAILABLE),
    /** Decisions cannot be recorded. */
    JOURNAL(ProblemType.UNAVAILABLE);

    private final ProblemType type;

    Reason(ProblemType type) {
      this.type = type;
    }
  }

  /** Counts the rejection and returns the problem to throw. */
  public HttpProblem because(Reason reason, String detail) {
    counter(reason).increment();
    return reason.type.with(detail);
  }

  private Counter counter(Reason reason) {
    return Counter.builder("redress.rejected")
        .description("Requests rejected for lack of capacity")
        .tag("reason", reason.name().toLowerCase(Locale.ROOT))
        .register(metrics);
  }
}
