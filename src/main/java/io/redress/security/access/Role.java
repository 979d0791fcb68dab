package io.redress.security.access;

import java.util.List;
import java.util.Set;

/** What somebody may do; constants, as annotations take no enum for a role. */
public final class Role {
  /** Ask for decisions. */
  public static final String DECIDE = "decide";

  /** Look at rule sets, and propose new ones. */
  public static final String EDIT = "edit";

  /** Look at rule sets, and let one decide. */
  public static final String ACTIVATE = "activate";

  /** Look at everything that was decided and done, and change nothing. */
  public static final String AUDIT = "audit";

  /**
   * Make and revoke keys, and see in the audit log what became of that. No more: who wants to
   * decide or to activate needs that role, too, and the audit log shows who got it from whom.
   */
  public static final String ADMIN = "admin";

  /** In the order in which people are told of them. */
  public static final List<String> ALL = List.of(DECIDE, EDIT, ACTIVATE, AUDIT, ADMIN);

  private Role() {}

  static boolean known(Set<String> roles) {
    return ALL.containsAll(roles);
  }
}
