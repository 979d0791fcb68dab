package io.redress.problem;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.redress.access.KeyOrder;
import io.redress.access.KeyRing;
import io.redress.access.KeyStore;
import io.redress.access.Role;
import io.redress.audit.Actor;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A protected service, each of whose callers has a key to decide. */
public class KeyOnEveryRequest implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("redress.data.dir", "target/test-data/keys-" + UUID.randomUUID());
  }

  @Singleton
  static class KeyBearer {
    private static final int BEFORE_ALL = 10_000;

    @Inject KeyStore store;
    @Inject KeyRing ring;

    private volatile String token = "";

    void make(@Observes StartupEvent started) {
      KeyOrder order = new KeyOrder("Hostile", Set.of(Role.DECIDE), null);
      token = store.add(order, Actor.within("test")).token();
      ring.look();
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
