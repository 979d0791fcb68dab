package io.redress.http.gate;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.redress.security.access.KeyCache;
import io.redress.security.access.KeySpec;
import io.redress.security.access.KeyStore;
import io.redress.security.access.Role;
import io.redress.security.audit.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A service with a data folder of its own, in which access is protected. */
public class Protected implements QuarkusTestProfile {
  /** Creates keys for tests. */
  @ApplicationScoped
  public static class Keys {
    @Inject KeyStore store;
    @Inject KeyCache ring;

    private final Map<String, String> byRole = new ConcurrentHashMap<>();

    /** The token of a key with this role only; always the same. */
    public String with(String role) {
      return byRole.computeIfAbsent(role, one -> fresh("test-" + one, Set.of(one)));
    }

    public String fresh(String name, Set<String> roles) {
      String token = store.add(new KeySpec(name, roles, null), Actor.within("test")).token();
      ring.refresh();
      return token;
    }

    public String revoked() {
      return byRole.computeIfAbsent("revoked", none -> gone());
    }

    private String gone() {
      String token = fresh("gone", Set.copyOf(Role.ALL));
      store.revoke(token.split("_", 3)[1], Actor.within("test"));
      ring.refresh();
      return token;
    }

    public String expiring(Instant at) {
      KeySpec order = new KeySpec("late", Set.copyOf(Role.ALL), at);
      String token = store.add(order, Actor.within("test")).token();
      ring.refresh();
      return token;
    }
  }
}
