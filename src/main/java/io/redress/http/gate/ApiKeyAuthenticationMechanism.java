package io.redress.http.gate;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.redress.http.problem.ProblemType;
import io.redress.http.problem.RouterProblems;
import io.redress.security.access.Protection;
import io.redress.security.access.Role;
import io.redress.security.audit.Actor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Authenticates {@code Authorization: Bearer redress_...}. Credentials are checked even while
 * access is not protected; other tokens are left to OIDC, if configured.
 */
@Singleton
class ApiKeyAuthenticationMechanism implements HttpAuthenticationMechanism {
  private static final Pattern KEY = Pattern.compile("(?i:bearer) +(redress_.*)");

  /** A signed token; OIDC fails with an error on other formats instead of rejecting them. */
  private static final Pattern TOKEN = Pattern.compile("(?i:bearer) +[\\w-]+\\.[\\w-]+\\.[\\w-]+");

  /** Before OIDC, which would treat a key as a malformed token. */
  private static final int FIRST = 10_000;

  private static final SecurityIdentity LOCAL = Callers.identity(Actor.LOCAL, Set.copyOf(Role.ALL));

  private static final SecurityIdentity READ_ONLY =
      Callers.identity(Actor.LOCAL, Set.of(Role.EDIT));

  private final Protection protection;
  private final RouterProblems problems;

  ApiKeyAuthenticationMechanism(Protection protection, RouterProblems problems) {
    this.protection = protection;
    this.problems = problems;
  }

  /** The key that a request presents; empty if it presents none, or more than one. */
  static Optional<String> presented(RoutingContext request) {
    List<String> presented = request.request().headers().getAll(HttpHeaders.AUTHORIZATION);
    return presented.size() == 1
        ? Optional.of(KEY.matcher(presented.get(0)))
            .filter(Matcher::matches)
            .map(key -> key.group(1))
        : Optional.empty();
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identities) {
    List<String> presented = request.request().headers().getAll(HttpHeaders.AUTHORIZATION);
    if (presented.isEmpty()) {
      return anonymous(request.request().method());
    }
    Optional<String> key = presented(request);
    if (key.isPresent()) {
      return identities.authenticate(new PresentedKey(key.get()));
    }
    boolean token = presented.size() == 1 && TOKEN.matcher(presented.get(0)).matches();
    return token && protection.acceptsTokens()
        ? Uni.createFrom().nullItem()
        : Uni.createFrom().failure(new AuthenticationFailedException());
  }

  /** While the database is down and access may be unprotected, only reading rules is allowed. */
  private Uni<SecurityIdentity> anonymous(HttpMethod method) {
    if (protection.open()) {
      return Uni.createFrom().item(LOCAL);
    }
    if (method == HttpMethod.GET && protection.mayBeOpen()) {
      return Uni.createFrom().item(READ_ONLY);
    }
    return protection.unknown()
        ? Uni.createFrom()
            .failure(
                ProblemType.UNAVAILABLE.with(
                    "Access cannot be verified now. Retry after the time in Retry-After."))
        : Uni.createFrom().nullItem();
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext request) {
    problems.refuse(request, ProblemType.UNAUTHENTICATED);
    return Uni.createFrom().item(true);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return Uni.createFrom()
        .item(
            new ChallengeData(
                ProblemType.UNAUTHENTICATED.status(), "WWW-Authenticate", ProblemType.BEARER));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(PresentedKey.class);
  }

  @Override
  public int getPriority() {
    return FIRST;
  }
}
