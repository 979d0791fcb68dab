package io.redress.journal.write;

import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A decision as it is kept.
 *
 * @param replica the process that decided, with a chain of its own
 * @param number position in that chain, from 1, without gaps
 * @param keyId of the key under which {@code sealed} is encrypted, which may be gone
 * @param sealed {@link PersonalData}, encrypted
 * @param previous hash of the entry before
 * @param hash of this entry, see {@link EntryHash}
 */
public record Entry(
    String replica,
    long number,
    @Nested DecisionRecord decided,
    UUID keyId,
    byte[] sealed,
    String previous,
    String hash) {

  /** Whether nothing was changed since it was kept. */
  public boolean intact() {
    return EntryHash.of(this).equals(hash);
  }
}
