package io.redress.platform.signature;

import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** Public keys as they are published: a JWK Set. */
public record PublicKeySet(List<PublicSigningKey> keys) {
  public PublicKeySet {
    keys = List.copyOf(keys);
  }

  /**
   * Reads a JWK Set; keys of other kinds are left out.
   *
   * @throws IllegalArgumentException if it is not one
   */
  public static PublicKeySet read(String json) {
    try {
      return new PublicKeySet(
          new JsonWebKeySet(json)
              .getJsonWebKeys().stream()
                  .map(PublicSigningKey::of)
                  .flatMap(Optional::stream)
                  .toList());
    } catch (JoseException | RuntimeException malformed) {
      throw new IllegalArgumentException("This is not a JWK Set.", malformed);
    }
  }

  /** Returns the JWK Set, in the order of the keys. */
  public String json() {
    JsonWebKeySet set = new JsonWebKeySet(List.of());
    for (PublicSigningKey key : keys) {
      PublicJsonWebKey jwk = key.jwk();
      jwk.setKeyId(key.id());
      set.addJsonWebKey(jwk);
    }
    return set.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  /** Finds a key by its own id, whatever the set calls it. */
  Optional<PublicSigningKey> find(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }
}
