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
 * Ends requests that take too long to arrive or to be answered. Time limits between two bytes,
 * which servers have, let a client hold on for ever that sends one byte now and then.
 */
@ApplicationScoped
class RequestDeadlines {
  /** Before all that may take its time, after what counts requests. */
  private static final int EARLY = 999;

  private final Vertx vertx;
  private final RouterProblems problems;
  private final long arrival;
  private final long answer;

  RequestDeadlines(
      Vertx vertx,
      RouterProblems problems,
      @ConfigProperty(name = "redress.request.arrival-limit") Duration arrival,
      @ConfigProperty(name = "redress.request.answer-limit") Duration answer) {
    this.vertx = vertx;
    this.problems = problems;
    this.arrival = arrival.toMillis();
    this.answer = answer.toMillis();
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

  /** Readers of bodies stop listening once they have the last byte, so none hears of the end. */
  private static boolean isWhole(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.isEnded() || length != null && request.bytesRead() >= Long.parseLong(length);
  }

  /** An answer that has begun may take as long as it likes: exports do. */
  private void end(RoutingContext request, ProblemType type) {
    if (!request.response().headWritten()) {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      problems.refuse(request, type);
    }
  }
}
