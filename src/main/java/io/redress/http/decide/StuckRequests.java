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
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Answers requests whose threads hang in rules that cannot be stopped, and rejects further ones
 * before too many threads are lost.
 */
@Singleton
class StuckRequests {
  /** Of the threads for requests, {@code quarkus.thread-pool.max-threads}. */
  static final int MAX_STUCK = 16;

  private static final long CHECK_INTERVAL_MS = 200;
  private static final Logger LOG = Logger.getLogger(StuckRequests.class);

  private final RouterProblems problems;
  private final Rejections rejections;
  private final Map<Thread, Watched> active = new ConcurrentHashMap<>();
  private volatile int lost;

  /** Work, and what happens when it never ends. */
  private record Watched(String requestId, Consumer<Throwable> whenLost) {}

  StuckRequests(RouterProblems problems, Rejections rejections) {
    this.problems = problems;
    this.rejections = rejections;
  }

  void check(@Observes StartupEvent started, Vertx vertx) {
    vertx.setPeriodic(CHECK_INTERVAL_MS, timer -> check());
  }

  /**
   * Decides in this thread. If that does not end, another thread answers the request.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem when too many threads already hang
   */
  <T> T watching(RoutingContext request, Supplier<T> decision) {
    return watching(
        RequestId.of(request).value(), failure -> problems.fail(request, failure), decision);
  }

  /** Decides in this thread, for what another thread answers. */
  <T> T watching(String requestId, Consumer<Throwable> whenLost, Supplier<T> decision) {
    if (lost >= MAX_STUCK) {
      throw rejections.because(
          Reason.ENDLESS_RULES,
          "Too many decisions hang in rules that do not end. Correct the rules, then restart.");
    }
    active.put(Thread.currentThread(), new Watched(requestId, whenLost));
    try {
      return decision.get();
    } finally {
      active.remove(Thread.currentThread());
    }
  }

  private void check() {
    var stuck = Watchdog.stuck();
    lost = stuck.size();
    for (Watchdog.Stuck one : stuck) {
      Watched watched = active.remove(one.thread());
      if (watched != null) {
        LogField.REQUEST_ID.during(watched.requestId(), () -> answer(watched, one));
      }
    }
  }

  private static void answer(Watched watched, Watchdog.Stuck stuck) {
    LOG.errorf("Thread %s is lost: its rules cannot be stopped.", stuck.thread().getName());
    watched.whenLost().accept(stuck.failure());
  }
}
