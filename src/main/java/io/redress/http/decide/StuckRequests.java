package io.redress.http.decide;

import io.quarkus.runtime.StartupEvent;
import io.redress.http.problem.Rejections;
import io.redress.http.problem.Rejections.Reason;
import io.redress.http.problem.RouterProblems;
import io.redress.platform.request.LogField;
import io.redress.platform.request.RequestId;
import io.redress.rules.engine.Watchdog;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Answers requests whose threads are stuck in rules that nothing ends, and refuses further ones
 * before too many threads are lost.
 */
@Singleton
class StuckRequests {
  /** Of the 200 threads that Quarkus has for requests, or more. */
  static final int MOST_STUCK = 16;

  private static final long MILLIS_BETWEEN_LOOKS = 200;
  private static final Logger LOG = Logger.getLogger(StuckRequests.class);

  private final RouterProblems problems;
  private final Rejections rejections;
  private final Map<Thread, RoutingContext> underWay = new ConcurrentHashMap<>();
  private volatile int lost;

  StuckRequests(RouterProblems problems, Rejections rejections) {
    this.problems = problems;
    this.rejections = rejections;
  }

  void look(@Observes StartupEvent started, Vertx vertx) {
    vertx.setPeriodic(MILLIS_BETWEEN_LOOKS, timer -> look());
  }

  /**
   * Decides, in this thread, for a request that is answered by another one should this not end.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem when too many others have not ended
   */
  <T> T watching(RoutingContext request, Supplier<T> decision) {
    if (lost >= MOST_STUCK) {
      throw rejections.because(
          Reason.ENDLESS_RULES,
          "Too many decisions hang in rules that do not end. Correct the rules, and restart.");
    }
    underWay.put(Thread.currentThread(), request);
    try {
      return decision.get();
    } finally {
      underWay.remove(Thread.currentThread());
    }
  }

  private void look() {
    var stuck = Watchdog.stuck();
    lost = stuck.size();
    for (Watchdog.Stuck one : stuck) {
      RoutingContext request = underWay.remove(one.thread());
      if (request != null) {
        LogField.REQUEST_ID.during(RequestId.of(request).value(), () -> answer(request, one));
      }
    }
  }

  private void answer(RoutingContext request, Watchdog.Stuck stuck) {
    LOG.errorf("The thread %s is lost, as nothing ends it.", stuck.thread().getName());
    problems.fail(request, stuck.failure());
  }
}
