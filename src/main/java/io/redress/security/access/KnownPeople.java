package io.redress.security.access;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows people by their keys: names that look alike, and those of keys and accounts that were
 * linked when a key was created, belong to one person.
 */
@Singleton
public final class KnownPeople implements People {
  private final KeyStore keys;

  public KnownPeople(KeyStore keys) {
    this.keys = keys;
  }

  @Override
  public boolean same(String name, String other) {
    return same(name, other, keys.links());
  }

  @Override
  public boolean mayStandFor(String person, String name, Instant since) {
    List<KeyStore.Link> links = keys.links();
    List<KeyStore.Creation> left = new ArrayList<>(keys.creations(since));
    List<String> names = new ArrayList<>(List.of(person));
    for (int i = 0; i < names.size(); i++) {
      String creator = names.get(i);
      left.removeIf(key -> same(key.createdBy(), creator, links) && names.add(key.name()));
    }
    return names.stream().skip(1).anyMatch(created -> same(created, name, links));
  }

  private static boolean same(String name, String other, List<KeyStore.Link> links) {
    return PrincipalNames.confusable(name, other)
        || names(name, links).stream().anyMatch(known -> PrincipalNames.confusable(known, other));
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
