package io.redress.console;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;

/** Produces the {@link Messages} in the language of the request, named {@code t}. */
final class MessagesProducer {
  private MessagesProducer() {}

  @Produces
  @Named("t")
  @RequestScoped
  static Messages messages(RoutingContext request) {
    return new Messages(Languages.of(request.request()));
  }
}
