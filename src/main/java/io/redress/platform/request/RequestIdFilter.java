package io.redress.platform.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Assigns each request its id before all other filters, and logs the request when configured. */
@Singleton
class RequestIdFilter {
  /** Runs before the filters that may reject a request. */
  private static final int FIRST = 2_000;

  private static final int MAX_LENGTH = 200;
  private static final Pattern UNSAFE = Pattern.compile("[^!-~]");
  private static final Logger LOG = Logger.getLogger("io.redress.requests");

  private final boolean logged;

  RequestIdFilter(@ConfigProperty(name = "redress.log.requests") boolean logged) {
    this.logged = logged;
  }

  void register(@Observes Filters filters) {
    filters.register(this::assignId, FIRST);
  }

  private void assignId(RoutingContext request) {
    RequestId id = RequestId.of(request);
    request.response().putHeader(RequestId.HEADER, id.value());
    LogField.REQUEST_ID.set(id.value());
    if (logged) {
      long started = System.nanoTime();
      request.addEndHandler(
          ended -> LogField.REQUEST_ID.during(id.value(), () -> log(request, started)));
    }
    request.next();
  }

  /** Logs the path without the query string, which may hold personal data. */
  private static void log(RoutingContext request, long started) {
    LOG.infof(
        "%s %s %d in %d ms",
        sanitized(request.request().method().name()),
        sanitized(request.request().path()),
        request.response().getStatusCode(),
        Duration.ofNanos(System.nanoTime() - started).toMillis());
  }

  private static String sanitized(String sent) {
    String truncated = sent.length() <= MAX_LENGTH ? sent : sent.substring(0, MAX_LENGTH);
    return UNSAFE.matcher(truncated).replaceAll("?");
  }
}
