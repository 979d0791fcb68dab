package io.redress.http.gate;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * HTTP/2 only where it is agreed on with TLS. Upgrading a plain connection carries requests past
 * proxies that forward the upgrade.
 */
@Singleton
class ProtocolOptions implements HttpServerOptionsCustomizer {
  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }
}
