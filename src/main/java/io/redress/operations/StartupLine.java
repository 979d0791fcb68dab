package io.redress.operations;

import io.quarkus.vertx.http.HttpServerStart;
import io.redress.lifecycle.ActiveRules;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Logs one line when the service listens: the addresses of API and console, and the active rule
 * set.
 */
@Singleton
class StartupLine {
  private static final Logger LOG = Logger.getLogger("io.redress");

  private final ActiveRules active;

  StartupLine(ActiveRules active) {
    this.active = active;
  }

  void log(@ObservesAsync HttpServerStart started) {
    if (active.current().isPresent()) {
      LOG.info(line(started.options().getHost(), started.options().getPort()));
    }
  }

  String line(String host, int port) {
    String rules = active.current().map(active -> active.id().version()).orElse("none yet");
    String address = "http://" + host + ":" + port;
    return "Redress decides at %s/v1/decide. Console: %s/, API: %s/q/swagger-ui. Rule set: %s."
        .formatted(address, address, address, rules);
  }
}
