package io.redress.security.access;

import java.util.List;
import java.util.Set;

/** Roles of people and systems; string constants, since annotations cannot take an enum. */
public final class Role {
  /** May request decisions. */
  public static final String DECIDE = "decide";

  /** May read rule sets and propose new ones. */
  public static final String EDIT = "edit";

  /** May read rule sets and activate one. */
  public static final String ACTIVATE = "activate";

  /** May read all decisions and the audit log, and change nothing. */
  public static final String AUDIT = "audit";

  /**
   * May create and revoke keys, and read about that in the audit log. Does not include other roles:
   * granting those is visible in the audit log.
   */
  public static final String ADMIN = "admin";

  /** All roles, in the order for display. */
  public static final List<String> ALL = List.of(DECIDE, EDIT, ACTIVATE, AUDIT, ADMIN);

  private Role() {}

  static boolean known(Set<String> roles) {
    return ALL.containsAll(roles);
  }
}
