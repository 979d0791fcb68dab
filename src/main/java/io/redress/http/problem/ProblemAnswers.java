package io.redress.http.problem;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.security.AuthenticationFailedException;
import io.redress.journal.read.SearchTooSlow;
import io.redress.platform.database.OutageDetector;
import io.redress.platform.request.RedactedException;
import io.vertx.core.http.HttpClosedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Replaces the texts of framework problems, so that no response shows internals. */
@ApplicationScoped
class ProblemAnswers implements ProblemPostProcessor {
  private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);

  /** Chains of causes may be circular. */
  private static final int MAX_CAUSES = 8;

  private final MeterRegistry metrics;
  private final Endpoints endpoints;

  ProblemAnswers(MeterRegistry metrics, Endpoints endpoints) {
    this.metrics = metrics;
    this.endpoints = endpoints;
  }

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    int status = problem.getStatusCode();
    HttpProblem answer =
        ProblemType.isTyped(problem)
            ? problem
            : FormProblemText.of(context.cause)
                .map(ProblemType.MALFORMED_REQUEST::with)
                .orElseGet(() -> of(status, context.cause));
    if (status == ProblemType.METHOD_NOT_ALLOWED.status()) {
      answer =
          HttpProblem.builder(answer)
              .withHeader(HttpHeaders.ALLOW, endpoints.methodsAt(context.path))
              .build();
    }
    count(answer.getStatusCode());
    return answer;
  }

  /** The problem for a status chosen by the framework; internal errors are logged with an ID. */
  HttpProblem of(int status, @Nullable Throwable cause) {
    if (OutageDetector.isOutage(cause)) {
      return ProblemType.UNAVAILABLE.with(
          "The database is not available now. Retry after the time in" + " Retry-After.");
    }
    if (cause instanceof SearchTooSlow) {
      return ProblemType.UNAVAILABLE.with(
          "The search took too long. Narrow it with from and to, or with disputeId.");
    }
    if (isOfClient(cause, AuthenticationFailedException.class::isInstance)) {
      // Pages that need no authentication ask for the caller while they are rendered.
      return ProblemType.UNAUTHENTICATED.with(ProblemType.UNAUTHENTICATED.advice());
    }
    if (cause != null && isOfClient(cause, ProblemAnswers::isGone)) {
      LOG.debugf("A client left before the end of its request: %s", RedactedException.of(cause));
      return ProblemType.MALFORMED_REQUEST.with("The body is incomplete. Send it again.");
    }
    ProblemType type = ProblemType.of(status);
    if (type != ProblemType.INTERNAL) {
      return type.builder().withStatus(status).withDetail(type.advice()).build();
    }
    UUID occurrence = UUID.randomUUID();
    LOG.errorf(
        cause == null ? null : RedactedException.of(cause),
        "Request failed with internal error %s",
        occurrence);
    return type.builder()
        .withDetail(
            "Your request is not the cause. Report "
                + occurrence
                + " to the operator of the service.")
        .withInstance(URI.create("urn:uuid:" + occurrence))
        .build();
  }

  /** Whether a failure is that of the client or its connection, and not of a database. */
  private static boolean isOfClient(@Nullable Throwable cause, Predicate<Throwable> failure) {
    List<Throwable> causes =
        Stream.iterate(cause, one -> one != null, Throwable::getCause).limit(MAX_CAUSES).toList();
    return causes.stream().anyMatch(failure)
        && causes.stream().noneMatch(SQLException.class::isInstance);
  }

  private static boolean isGone(Throwable cause) {
    return cause instanceof HttpClosedException || cause instanceof ClosedChannelException;
  }

  void count(int status) {
    metrics.counter("redress.problems", "status", Integer.toString(status)).increment();
  }
}
