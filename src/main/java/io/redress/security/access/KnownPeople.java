package io.redress.security.access;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells which names belong to one person: names that look alike, and those of keys and accounts
 * that were linked when a key was created.
 */
@Singleton
public final class KnownPeople {
  private final KeyStore keys;

  public KnownPeople(KeyStore keys) {
    this.keys = keys;
  }

  /** Whether two names belong to one person, as far as is known. */
  public boolean same(String name, String other) {
    return PrincipalNames.confusable(name, other)
        || names(name, keys.links()).stream()
            .anyMatch(known -> PrincipalNames.confusable(known, other));
  }

  /** All names that follow from one by links. */
  private static List<String> names(String name, List<KeyStore.Link> links) {
    List<String> names = new ArrayList<>(List.of(name));
    List<KeyStore.Link> left = new ArrayList<>(links);
    for (int i = 0; i < names.size(); i++) {
      String known = names.get(i);
      left.removeIf(
          link -> {
            String linked = otherOf(link, known);
            return linked != null && names.add(linked);
          });
    }
    return names;
  }

  private static @Nullable String otherOf(KeyStore.Link link, String known) {
    if (PrincipalNames.confusable(link.name(), known)) {
      return link.account();
    }
    return PrincipalNames.confusable(link.account(), known) ? link.name() : null;
  }
}
