package io.redress.http.gate;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * No HTTP/2 on plain connections: an upgrade carries requests past proxies that forward it. With
 * TLS, {@code quarkus.http.http2} says whether it is offered.
 */
@Singleton
class ProtocolOptions implements HttpServerOptionsCustomizer {
  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }
}
