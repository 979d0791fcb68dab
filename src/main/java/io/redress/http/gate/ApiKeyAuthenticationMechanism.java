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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises callers by {@code Authorization: Bearer redress_...}. Who presents anything has it
 * looked at, even where the server is open; other tokens are left to OIDC, where that is on.
 */
@Singleton
class ApiKeyAuthenticationMechanism implements HttpAuthenticationMechanism {
  private static final Pattern KEY = Pattern.compile("(?i:bearer) +(redress_.*)");

  /** A signed token; what has another form would have OIDC fail instead of refuse. */
  private static final Pattern TOKEN = Pattern.compile("(?i:bearer) +[\\w-]+\\.[\\w-]+\\.[\\w-]+");

  /** Before OIDC, which would take a key for a token gone wrong. */
  private static final int FIRST = 10_000;

  private static final SecurityIdentity LOCAL = Callers.identity(Actor.LOCAL, Set.copyOf(Role.ALL));

  private static final SecurityIdentity LOOKING = Callers.identity(Actor.LOCAL, Set.of(Role.EDIT));

  private final Protection protection;
  private final RouterProblems problems;

  ApiKeyAuthenticationMechanism(Protection protection, RouterProblems problems) {
    this.protection = protection;
    this.problems = problems;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identities) {
    List<String> presented = request.request().headers().getAll(HttpHeaders.AUTHORIZATION);
    if (presented.isEmpty()) {
      return nobody(request.request().method());
    }
    Matcher key = KEY.matcher(presented.get(0));
    if (presented.size() == 1 && key.matches()) {
      return identities.authenticate(new PresentedKey(key.group(1)));
    }
    boolean token = presented.size() == 1 && TOKEN.matcher(presented.get(0)).matches();
    return token && protection.acceptsTokens()
        ? Uni.createFrom().nullItem()
        : Uni.createFrom().failure(new AuthenticationFailedException());
  }

  /** As long as nobody can say whether the server is open, it shows its rules, and no more. */
  private Uni<SecurityIdentity> nobody(HttpMethod method) {
    if (protection.open()) {
      return Uni.createFrom().item(LOCAL);
    }
    if (method == HttpMethod.GET && protection.mayBeOpen()) {
      return Uni.createFrom().item(LOOKING);
    }
    return protection.unknown()
        ? Uni.createFrom()
            .failure(
                ProblemType.UNAVAILABLE.with(
                    "Nobody can say now who may do what. Send this again after Retry-After."))
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
