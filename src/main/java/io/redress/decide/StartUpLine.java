package io.redress.decide;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.redress.ruleset.ActiveRules;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.net.URI;
import org.jboss.logging.Logger;

/** Says in one line, once the service listens, where it does so and what decides. */
@Singleton
public class StartUpLine {
  private static final Logger LOG = Logger.getLogger("io.redress");

  /** A bean of this type adds to the line, e.g. {@code 5 tables with 90 rows}. */
  @FunctionalInterface
  public interface Detail {
    String text();
  }

  private final HttpServer server;
  private final ActiveRules active;
  private final Instance<Detail> details;

  StartUpLine(HttpServer server, ActiveRules active, Instance<Detail> details) {
    this.server = server;
    this.active = active;
    this.details = details;
  }

  void log(@ObservesAsync HttpServerStart started) {
    LOG.info(line(server.getLocalBaseUri()));
  }

  String line(URI address) {
    StringBuilder line = new StringBuilder("Redress decides at " + address);
    line.append(
        active
            .current()
            .map(rules -> " by rule set " + rules.id().version())
            .orElse(" as soon as a rule set is active"));
    details.forEach(detail -> line.append(", ").append(detail.text()));
    return line.toString();
  }
}
