package io.redress.console;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;

/** The words in the language of whoever asks for a page; templates call them {@code cdi:t}. */
final class SpokenWords {
  private SpokenWords() {}

  @Produces
  @Named("t")
  @RequestScoped
  static Words words(RoutingContext request) {
    return new Words(Languages.of(request.request()));
  }
}
