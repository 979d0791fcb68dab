package io.redress.console;

import io.quarkus.security.identity.SecurityIdentity;
import io.redress.security.access.Protection;
import io.redress.security.access.Role;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Locale;

/** Who looks at a page. */
@Named("visitor")
@RequestScoped
public class Visitor {
  private final SecurityIdentity identity;
  private final Protection protection;
  private final RoutingContext request;

  Visitor(SecurityIdentity identity, Protection protection, RoutingContext request) {
    this.identity = identity;
    this.protection = protection;
    this.request = request;
  }

  public boolean known() {
    return !identity.isAnonymous();
  }

  public String name() {
    return identity.getPrincipal().getName();
  }

  /**
   * @param role such as {@link Role#EDIT}
   */
  public boolean may(String role) {
    return identity.hasRole(role);
  }

  /** Whether rule sets, their tables and their test cases may be looked at. */
  public boolean seesRules() {
    return may(Role.EDIT) || may(Role.ACTIVATE) || may(Role.AUDIT);
  }

  /** Whether disputes may be tried without keeping what comes of it. */
  public boolean tries() {
    return may(Role.DECIDE) || seesRules();
  }

  /** Whether whoever comes may do everything. */
  public boolean open() {
    return protection.open();
  }

  public Locale locale() {
    return Languages.of(request.request());
  }

  /**
   * Whether the page that is looked at belongs to a part of the console, such as {@code tables}.
   */
  public boolean isAt(String part) {
    String path = request.request().path();
    return path.equals("/" + part) || path.startsWith("/" + part + "/");
  }
}
