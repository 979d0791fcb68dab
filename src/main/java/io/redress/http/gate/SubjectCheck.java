package io.redress.http.gate;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Rejects tokens without a usable subject, wherever they are sent: the audit log could not say who.
 */
@Singleton
class SubjectCheck implements SecurityIdentityAugmentor {
  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return identity.isAnonymous() || Callers.name(identity).isPresent()
        ? Uni.createFrom().item(identity)
        : Uni.createFrom().failure(new AuthenticationFailedException());
  }
}
