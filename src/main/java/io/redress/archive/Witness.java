package io.redress.archive;

import org.jdbi.v3.core.Handle;

/** Is told of what is let go of, in the transaction that lets go of it. */
public interface Witness {
  /** Nobody. */
  Witness NONE = (handle, subject, count) -> {};

  /**
   * @param subject the dispute whose key is destroyed, or the replica whose chain is cut
   * @param count of the decisions that this concerns
   */
  void sees(Handle handle, String subject, long count);
}
