package io.redress.http.problem;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.redress.security.access.KeyCache;
import io.redress.security.access.KeySpec;
import io.redress.security.access.KeyStore;
import io.redress.security.access.Role;
import io.redress.security.audit.Actor;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** Protected access; every request has a key with all roles. */
public class KeyOnEveryRequest implements QuarkusTestProfile {
  @Singleton
  static class KeyBearer {
    private static final int BEFORE_ALL = 10_000;

    @Inject KeyStore store;
    @Inject KeyCache ring;

    private volatile String token = "";

    void make(@Observes StartupEvent started) {
      KeySpec order = new KeySpec("Hostile", Set.copyOf(Role.ALL), null);
      token = store.add(order, Actor.within("test")).token();
      ring.refresh();
    }

    void add(@Observes Filters filters) {
      filters.register(
          request -> {
            request.request().headers().set("Authorization", "Bearer " + token);
            request.next();
          },
          BEFORE_ALL);
    }
  }
}
