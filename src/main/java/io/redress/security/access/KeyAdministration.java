package io.redress.security.access;

import io.redress.security.audit.Actor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates and revokes keys of a running service, which knows of it at once. */
@Singleton
public class KeyAdministration {
  private final KeyStore store;
  private final KeyCache cache;
  private final Protection protection;
  private final Clock clock;

  KeyAdministration(KeyStore store, KeyCache cache, Protection protection, Clock clock) {
    this.store = store;
    this.cache = cache;
    this.protection = protection;
    this.clock = clock;
  }

  /** Why the key cannot be created; empty if it can. */
  public List<KeyProblem> problems(KeySpec spec) {
    List<KeyProblem> problems = new ArrayList<>(spec.problems(clock.instant()));
    if (problems.isEmpty() && protection.open() && !spec.roles().contains(Role.ADMIN)) {
      problems.add(KeyProblem.FIRST_KEY);
    }
    return problems;
  }

  /** Creates a key that has no {@linkplain #problems problems}. */
  public NewKey add(KeySpec spec, Actor by) {
    NewKey created = store.add(spec, by);
    cache.refresh();
    return created;
  }

  /** Revokes a key; empty if no key has that id. */
  public Optional<ApiKey> revoke(String id, Actor by) {
    Optional<ApiKey> key =
        Optional.of(id).filter(ApiKey::isId).flatMap(known -> store.revoke(known, by));
    cache.refresh();
    return key;
  }
}
