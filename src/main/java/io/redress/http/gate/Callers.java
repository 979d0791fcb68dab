package io.redress.http.gate;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.redress.http.problem.ProblemType;
import io.redress.platform.request.RequestId;
import io.redress.security.audit.Actor;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Tells resources who asks; for endpoints with a role, which nobody gets to unrecognised. */
public final class Callers {
  /**
   * What sets the names in tokens of another party apart from those of keys, which have no colon.
   */
  private static final String OF_ANOTHER_PARTY = "oidc:";

  private static final String OURS = "redress.ours";

  private Callers() {}

  /** Who asks, from where. */
  public static Actor of(RoutingContext request) {
    return as(name(request), request);
  }

  /** Somebody of this name, from where the request comes. */
  public static Actor as(String name, RoutingContext request) {
    var peer = request.request().remoteAddress();
    return new Actor(
        name,
        Optional.ofNullable(peer).map(SocketAddress::hostAddress).orElse(""),
        RequestId.of(request).value());
  }

  /** Who asks, and nothing else about him. */
  public static String name(RoutingContext request) {
    SecurityIdentity identity = ((QuarkusHttpUser) request.user()).getSecurityIdentity();
    String name = Objects.requireNonNullElse(identity.getPrincipal().getName(), "");
    String ours = identity.getAttribute(OURS) == null ? OF_ANOTHER_PARTY + name : name;
    if (name.isBlank() || !Actor.isName(ours)) {
      throw ProblemType.UNAUTHENTICATED.with(
          "The token has no subject that can be written down. Use one with 1 to 190 letters.");
    }
    return ours;
  }

  /** Whom this program knows itself. */
  static SecurityIdentity identity(String name, Set<String> roles) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(name))
        .addRoles(roles)
        .addAttribute(OURS, true)
        .build();
  }
}
