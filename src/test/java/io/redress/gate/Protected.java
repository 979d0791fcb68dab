package io.redress.gate;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.redress.access.KeyOrder;
import io.redress.access.KeyRing;
import io.redress.access.KeyStore;
import io.redress.access.Role;
import io.redress.audit.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A service of its own, in whose database keys are made. */
public class Protected implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("redress.data.dir", "target/test-data/protected-" + UUID.randomUUID());
  }

  /** Makes keys for tests. */
  @ApplicationScoped
  public static class Keys {
    @Inject KeyStore store;
    @Inject KeyRing ring;

    private final Map<String, String> byRole = new ConcurrentHashMap<>();

    /** The token of a key with this role alone, the same each time. */
    public String with(String role) {
      return byRole.computeIfAbsent(role, one -> fresh("test-" + one, Set.of(one)));
    }

    public String fresh(String name, Set<String> roles) {
      String token = store.add(new KeyOrder(name, roles, null), Actor.within("test")).token();
      ring.look();
      return token;
    }

    public String revoked() {
      return byRole.computeIfAbsent("revoked", none -> gone());
    }

    private String gone() {
      String token = fresh("gone", Set.copyOf(Role.ALL));
      store.revoke(token.split("_", 3)[1], Actor.within("test"));
      ring.look();
      return token;
    }

    public String expiring(Instant at) {
      KeyOrder order = new KeyOrder("late", Set.copyOf(Role.ALL), at);
      String token = store.add(order, Actor.within("test")).token();
      ring.look();
      return token;
    }
  }
}
