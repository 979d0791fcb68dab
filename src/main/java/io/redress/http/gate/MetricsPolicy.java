package io.redress.http.gate;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.redress.security.access.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Restricts metrics to the roles audit and admin; resources declare their own roles. */
@Singleton
class MetricsPolicy implements HttpSecurityPolicy {
  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
    return AddressAllowList.METRICS.equals(request.request().path())
        ? identity.map(
            one ->
                one.hasRole(Role.AUDIT) || one.hasRole(Role.ADMIN)
                    ? CheckResult.PERMIT
                    : CheckResult.DENY)
        : CheckResult.permit();
  }
}
