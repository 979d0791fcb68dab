package io.redress.http.load;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** Gives resources the bodies that {@link RequestBodies} has read. */
@Provider
@Priority(ArrivedBodies.FIRST)
class ArrivedBodies implements ContainerRequestFilter {
  /** Before bodies are decompressed. */
  static final int FIRST = 0;

  private final CurrentVertxRequest current;

  ArrivedBodies(CurrentVertxRequest current) {
    this.current = current;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    ArrivedBody.in(current.getCurrent())
        .ifPresent(arrived -> request.setEntityStream(stream(arrived, request)));
  }

  private static InputStream stream(ArrivedBody arrived, ContainerRequestContext request) {
    InputStream begin = new ByteArrayInputStream(arrived.bytes());
    return arrived.whole() ? begin : new SequenceInputStream(begin, request.getEntityStream());
  }
}
