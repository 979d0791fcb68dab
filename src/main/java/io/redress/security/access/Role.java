package io.redress.security.access;

import java.util.List;
import java.util.Set;

/**
 * Roles of people and systems; string constants, since annotations cannot take an enum. Resources
 * name the roles that may call them with {@code @RolesAllowed}; {@code AccessWalkTest} lists all
 * paths with their roles, and {@code docs/access.md} says the same for people.
 */
public final class Role {
  /** May request decisions. */
  public static final String DECIDE = "decide";

  /** May read rule sets and propose new ones. */
  public static final String EDIT = "edit";

  /** May read rule sets and activate one. */
  public static final String ACTIVATE = "activate";

  /**
   * May read rule sets, decisions, exports, journal verification, metrics and the audit log, and
   * change nothing.
   */
  public static final String AUDIT = "audit";

  /**
   * May create and revoke keys, destroy personal data, and read metrics and the audit log. Does not
   * include other roles: granting those is visible in the audit log.
   */
  public static final String ADMIN = "admin";

  /** All roles, in the order for display. */
  public static final List<String> ALL = List.of(DECIDE, EDIT, ACTIVATE, AUDIT, ADMIN);

  private Role() {}

  static boolean known(Set<String> roles) {
    return ALL.containsAll(roles);
  }
}
