package io.redress.http.gate;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.redress.http.problem.ProblemType;
import io.redress.lifecycle.Activator;
import io.redress.platform.request.RequestId;
import io.redress.security.access.Role;
import io.redress.security.audit.Actor;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Identifies the caller of an authenticated request. */
public final class Callers {
  private static final String KNOWN_HERE = "redress.known-here";

  private Callers() {}

  /** The caller and its address. */
  public static Actor of(RoutingContext request) {
    return as(name(request), request);
  }

  /** The caller as one who wants to activate a rule set. */
  public static Activator activator(RoutingContext request) {
    return new Activator(
        of(request), ((QuarkusHttpUser) request.user()).getSecurityIdentity().hasRole(Role.ADMIN));
  }

  /** An actor of this name, at the address of the request. */
  public static Actor as(String name, RoutingContext request) {
    var peer = request.request().remoteAddress();
    return new Actor(
        name,
        Optional.ofNullable(peer).map(SocketAddress::hostAddress).orElse(""),
        RequestId.of(request).value());
  }

  /**
   * The name of the caller; OIDC names start with {@code oidc:}.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 401 when the token has no usable subject
   */
  public static String name(RoutingContext request) {
    return name(((QuarkusHttpUser) request.user()).getSecurityIdentity())
        .orElseThrow(
            () ->
                ProblemType.UNAUTHENTICATED.with(
                    "The token has no usable subject. Use one with 1 to 190 characters."));
  }

  /** The name of an identity, as of {@link #name(RoutingContext)}; empty if it has none. */
  public static Optional<String> name(SecurityIdentity identity) {
    String name = Objects.requireNonNullElse(identity.getPrincipal().getName(), "");
    String actor = identity.getAttribute(KNOWN_HERE) == null ? Actor.ACCOUNT_PREFIX + name : name;
    return name.isBlank() || !Actor.isName(actor) ? Optional.empty() : Optional.of(actor);
  }

  /** The identity of a key or session of this service. */
  static SecurityIdentity identity(String name, Set<String> roles) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(name))
        .addRoles(roles)
        .addAttribute(KNOWN_HERE, true)
        .build();
  }
}
