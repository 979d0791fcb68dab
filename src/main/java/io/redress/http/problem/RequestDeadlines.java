package io.redress.http.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends requests that take too long to arrive or to be answered. The idle timeouts of the server do
 * not stop clients that send single bytes slowly.
 */
@ApplicationScoped
class RequestDeadlines {
  /** After the limit of concurrent requests, before all slow filters. */
  private static final int EARLY = 999;

  private final Vertx vertx;
  private final RouterProblems problems;
  private final long arrival;
  private final long answer;

  RequestDeadlines(
      Vertx vertx,
      RouterProblems problems,
      @ConfigProperty(name = "redress.request.arrival-limit") Duration arrival,
      @ConfigProperty(name = "redress.request.answer-limit") Duration answer,
      @ConfigProperty(name = "quarkus.http.idle-timeout") Duration idle,
      @ConfigProperty(name = "quarkus.http.read-timeout") Duration read) {
    checkLonger(
        "quarkus.http.idle-timeout",
        idle,
        "the sum of redress.request.arrival-limit and redress.request.answer-limit",
        arrival.plus(answer));
    checkLonger("quarkus.http.read-timeout", read, "redress.request.arrival-limit", arrival);
    this.vertx = vertx;
    this.problems = problems;
    this.arrival = arrival.toMillis();
    this.answer = answer.toMillis();
  }

  /** A timeout of the server closes the connection, and the client does not learn why. */
  static void checkLonger(String name, Duration timeout, String limits, Duration limit) {
    if (timeout.compareTo(limit) <= 0) {
      throw new IllegalArgumentException(
          "%s (%d s) would cut requests without an answer. Set it above %s, which is %d s."
              .formatted(name, timeout.toSeconds(), limits, limit.toSeconds()));
    }
  }

  void guard(@Observes Filters filters) {
    filters.register(this::watch, EARLY);
  }

  private void watch(RoutingContext request) {
    long timer = vertx.setTimer(arrival, due -> arrived(request));
    request.addEndHandler(ended -> vertx.cancelTimer(timer));
    request.next();
  }

  private void arrived(RoutingContext request) {
    if (!isWhole(request.request())) {
      end(request, ProblemType.TOO_SLOW);
    } else {
      long timer = vertx.setTimer(answer, due -> end(request, ProblemType.UNAVAILABLE));
      request.addEndHandler(ended -> vertx.cancelTimer(timer));
    }
  }

  /** Body readers stop at the last byte, so the request may be complete but not ended. */
  private static boolean isWhole(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.isEnded() || length != null && request.bytesRead() >= Long.parseLong(length);
  }

  /** A response that has begun has no limit, for exports. */
  private void end(RoutingContext request, ProblemType type) {
    if (!request.response().headWritten()) {
      problems.closeSoon(request);
      problems.refuse(request, type);
    }
  }
}
