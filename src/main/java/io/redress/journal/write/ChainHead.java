package io.redress.journal.write;

import java.util.UUID;

/**
 * The head of a replica's hash chain: the number and hash of its last entry.
 *
 * @param number of the last entry; 0 before the first
 * @param hash of the last entry
 */
public record ChainHead(String replica, long number, String hash) {
  private static final String NOTHING_BEFORE = "0".repeat(64);

  /** A chain without entries. */
  public static ChainHead empty(String replica) {
    return new ChainHead(replica, 0, NOTHING_BEFORE);
  }

  /** The head after this entry was added. */
  public ChainHead after(Entry last) {
    return new ChainHead(replica, last.number(), last.hash());
  }

  /** Whether an entry directly follows this head. */
  public boolean continuesWith(Entry next) {
    return next.number() == number + 1 && next.previous().equals(hash);
  }

  Entry next(DecisionRecord decided, UUID keyId, byte[] sealed) {
    Entry open = new Entry(replica, number + 1, decided, keyId, sealed, hash, "");
    return new Entry(replica, number + 1, decided, keyId, sealed, hash, EntryHash.of(open));
  }
}
