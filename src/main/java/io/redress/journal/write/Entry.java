package io.redress.journal.write;

import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/**
 * An entry of the journal: one decision.
 *
 * @param replica the replica that decided; each has its own chain
 * @param number position in that chain, from 1, without gaps
 * @param keyId key with which {@code sealed} is encrypted; it may have been destroyed
 * @param sealed {@link PersonalData}, encrypted
 * @param previous hash of the previous entry
 * @param hash hash of this entry, see {@link EntryHash}
 */
public record Entry(
    String replica,
    long number,
    @Nested DecisionRecord decided,
    UUID keyId,
    byte[] sealed,
    String previous,
    String hash) {

  /** Whether the content matches the hash. */
  public boolean intact() {
    return EntryHash.of(this).equals(hash);
  }
}
