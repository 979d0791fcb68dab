package io.redress.http.gate;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.redress.security.access.SessionToken;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Authenticates console sessions, which are valid for console pages only. */
@Singleton
class SessionAuthenticationMechanism implements HttpAuthenticationMechanism {
  /** After keys, before OIDC. */
  private static final int SECOND = 9_000;

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identities) {
    Optional<SessionToken> token =
        AddressAllowList.isPage(request) ? ConsoleCookies.token(request) : Optional.empty();
    return token
        .map(presented -> known(presented, identities))
        .orElseGet(() -> Uni.createFrom().nullItem());
  }

  /** Every browser has a token, so a token without a session is no failure. */
  private static Uni<SecurityIdentity> known(
      SessionToken presented, IdentityProviderManager identities) {
    return identities
        .authenticate(new PresentedSession(presented))
        .onFailure(AuthenticationFailedException.class)
        .recoverWithNull();
  }

  /** {@link ApiKeyAuthenticationMechanism} sends the challenge. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(PresentedSession.class);
  }

  @Override
  public int getPriority() {
    return SECOND;
  }
}
