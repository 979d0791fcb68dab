package io.redress.lifecycle;

import io.redress.security.audit.Actor;

/**
 * Who wants to activate a rule set.
 *
 * @param admin whether the caller has the role admin
 */
public record Activator(Actor actor, boolean admin) {
  /** A part of this program, a command, or a caller who is no admin. */
  public static Activator of(Actor actor) {
    return new Activator(actor, false);
  }
}
