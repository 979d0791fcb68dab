package io.redress.platform.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Names each request before anything else looks at it, and logs it where that is wanted. */
@Singleton
class RequestIdFilter {
  /** Before those who may refuse a request. */
  private static final int FIRST = 2_000;

  private static final int LONGEST = 200;
  private static final Pattern NOT_PLAIN = Pattern.compile("[^!-~]");
  private static final Logger LOG = Logger.getLogger("io.redress.requests");

  private final boolean logged;

  RequestIdFilter(@ConfigProperty(name = "redress.log.requests") boolean logged) {
    this.logged = logged;
  }

  void register(@Observes Filters filters) {
    filters.register(this::name, FIRST);
  }

  private void name(RoutingContext request) {
    RequestId id = RequestId.of(request);
    request.response().putHeader(RequestId.HEADER, id.value());
    LogField.REQUEST_ID.set(id.value());
    if (logged) {
      long since = System.nanoTime();
      request.addEndHandler(
          ended -> LogField.REQUEST_ID.during(id.value(), () -> log(request, since)));
    }
    request.next();
  }

  /** Without what came after a question mark, which may be about people. */
  private static void log(RoutingContext request, long since) {
    LOG.infof(
        "%s %s %d in %d ms",
        plain(request.request().method().name()),
        plain(request.request().path()),
        request.response().getStatusCode(),
        Duration.ofNanos(System.nanoTime() - since).toMillis());
  }

  private static String plain(String sent) {
    String brief = sent.length() <= LONGEST ? sent : sent.substring(0, LONGEST);
    return NOT_PLAIN.matcher(brief).replaceAll("?");
  }
}
