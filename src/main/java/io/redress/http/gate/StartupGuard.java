package io.redress.http.gate;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.redress.security.access.KeyCache;
import io.redress.security.access.Protection;
import io.redress.security.access.TemporaryKey;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Refuses to start without access protection on an address that is not loopback. */
@Singleton
class StartupGuard {
  private static final Logger LOG = Logger.getLogger("io.redress");

  /** Before rules are read, which is slow. */
  private static final int FIRST = 100;

  private static final String ADVICE =
      "java -jar target/quarkus-app/quarkus-run.jar keys add --name NAME --role admin";

  private final KeyCache keys;
  private final Protection protection;
  private final TemporaryKey temporary;
  private final String host;

  StartupGuard(
      KeyCache keys,
      Protection protection,
      TemporaryKey temporary,
      @ConfigProperty(name = "quarkus.http.host") String host) {
    this.keys = keys;
    this.protection = protection;
    this.temporary = temporary;
    this.host = host;
  }

  /** Runs before the service listens. */
  void check(@Observes @Priority(FIRST) StartupEvent starting) {
    keys.start();
    if (!protection.mayListen()) {
      LOG.errorf(
          "Redress does not start: access is not protected; on %s every client would have all roles."
              + " Create a key with: %s; or set QUARKUS_OIDC_AUTH_SERVER_URL; or listen on"
              + " 127.0.0.1.",
          host, ADVICE);
      // Otherwise the process would keep running without listening.
      Quarkus.asyncExit(1);
      throw new PreventFurtherStepsException("not protected", 1);
    }
    if (protection.open()) {
      LOG.warnf(
          "Access is not protected: every local user has all roles. Whatever comes through a proxy"
              + " needs this key, which is valid until the service stops: %s. To protect access,"
              + " create a key with: %s --server http://localhost:PORT",
          temporary.secret(), ADVICE);
    }
  }
}
