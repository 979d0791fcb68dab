package io.redress.console;

import io.quarkus.security.identity.SecurityIdentity;
import io.redress.security.access.Protection;
import io.redress.security.access.Role;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Locale;

/** The user of a page and what the user may do; templates call it {@code cdi:visitor}. */
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

  /** Whether the user may view rule sets, tables and test cases. */
  public boolean seesRules() {
    return may(Role.EDIT) || may(Role.ACTIVATE) || may(Role.AUDIT);
  }

  /** Whether the user may try disputes without recording the decision. */
  public boolean tries() {
    return may(Role.DECIDE) || seesRules();
  }

  /** Whether access is not protected, so that every user has all roles. */
  public boolean open() {
    return protection.open();
  }

  public Locale locale() {
    return Languages.of(request.request());
  }

  /** Whether the current page belongs to a part of the console, such as {@code tables}. */
  public boolean isAt(String part) {
    String path = request.request().path();
    return path.equals("/" + part) || path.startsWith("/" + part + "/");
  }
}
