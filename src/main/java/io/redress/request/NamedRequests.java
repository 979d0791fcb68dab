package io.redress.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Names each request before anything else looks at it. */
@Singleton
class NamedRequests {
  /** Before those who may refuse a request. */
  private static final int FIRST = 2_000;

  void register(@Observes Filters filters) {
    filters.register(NamedRequests::name, FIRST);
  }

  private static void name(RoutingContext request) {
    RequestId id = RequestId.of(request);
    request.response().putHeader(RequestId.HEADER, id.value());
    LogField.REQUEST_ID.set(id.value());
    request.next();
  }
}
