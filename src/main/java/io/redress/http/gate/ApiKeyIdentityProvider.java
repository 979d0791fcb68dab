package io.redress.http.gate;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.redress.http.problem.ProblemType;
import io.redress.security.access.ApiKey;
import io.redress.security.access.KeyCache;
import io.redress.security.access.KeysUnavailable;
import io.redress.security.access.Protection;
import io.redress.security.access.Role;
import io.redress.security.access.TemporaryKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Authenticates API keys. */
@Singleton
class ApiKeyIdentityProvider implements IdentityProvider<PresentedKey> {
  private static final SecurityIdentity TEMPORARY =
      Callers.identity(TemporaryKey.NAME, Set.copyOf(Role.ALL));

  private final KeyCache keys;
  private final Protection protection;
  private final TemporaryKey temporary;

  ApiKeyIdentityProvider(KeyCache keys, Protection protection, TemporaryKey temporary) {
    this.keys = keys;
    this.protection = protection;
    this.temporary = temporary;
  }

  @Override
  public Class<PresentedKey> getRequestType() {
    return PresentedKey.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      PresentedKey presented, AuthenticationRequestContext context) {
    if (protection.open() && temporary.matches(presented.token())) {
      return Uni.createFrom().item(TEMPORARY);
    }
    Optional<ApiKey> known = keys.known(presented.token());
    return known.isPresent()
        ? Uni.createFrom().item(identity(known.get()))
        : context.runBlocking(() -> lookUp(presented.token()));
  }

  private SecurityIdentity lookUp(String token) {
    try {
      return identity(keys.find(token).orElseThrow(AuthenticationFailedException::new));
    } catch (KeysUnavailable unknown) {
      throw ProblemType.UNAVAILABLE.with(
          "The key cannot be verified now. Retry after the time in Retry-After.");
    }
  }

  private static SecurityIdentity identity(ApiKey key) {
    return Callers.identity(key.name(), key.roles());
  }
}
