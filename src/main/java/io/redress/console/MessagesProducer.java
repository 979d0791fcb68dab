package io.redress.console;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;

/** The words in the language of whoever asks for a page; templates call them {@code cdi:t}. */
final class MessagesProducer {
  private MessagesProducer() {}

  @Produces
  @Named("t")
  @RequestScoped
  static Messages words(RoutingContext request) {
    return new Messages(Languages.of(request.request()));
  }
}
