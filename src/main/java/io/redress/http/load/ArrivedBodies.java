package io.redress.http.load;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.redress.http.problem.BodyLimits;
import io.redress.http.problem.RouterProblems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/**
 * Gives resources the bodies that {@link RequestBodies} has read. Nothing is done for clients that
 * have left meanwhile: their requests do not count any more, so there may be many. Batches are read
 * while they are answered, whatever their length.
 */
@Provider
@Priority(ArrivedBodies.FIRST)
class ArrivedBodies implements ContainerRequestFilter {
  /** Before bodies are decompressed. */
  static final int FIRST = 0;

  private final CurrentVertxRequest current;
  private final BodyLimits limits;

  ArrivedBodies(CurrentVertxRequest current, BodyLimits limits) {
    this.current = current;
    this.limits = limits;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    RoutingContext now = current.getCurrent();
    if (now.response().closed()) {
      request.abortWith(Response.status(Response.Status.BAD_REQUEST).build());
      return;
    }
    if (RouterProblems.isBatch(now)) {
      now.remove(VertxInputStream.MAX_REQUEST_SIZE_KEY);
    }
    long limit = limits.of(now.normalizedPath(), now.request().getHeader(HttpHeaders.CONTENT_TYPE));
    ArrivedBody.in(now)
        .ifPresent(
            arrived ->
                request.setEntityStream(BodyLimits.limited(stream(arrived, request), limit)));
  }

  private static InputStream stream(ArrivedBody arrived, ContainerRequestContext request) {
    InputStream begin = new ByteArrayInputStream(arrived.bytes());
    return arrived.whole() ? begin : new SequenceInputStream(begin, request.getEntityStream());
  }
}
