package io.redress.security.access;

import java.time.Instant;

/** Tells which names belong to one person. */
public interface People {
  /** Whether two names belong to one person, as far as is known. */
  boolean same(String name, String other);

  /**
   * Whether one name may stand for the person of another one, who created a key for it at an
   * instant or later, or had it created with such a key.
   */
  boolean mayStandFor(String person, String name, Instant since);
}
