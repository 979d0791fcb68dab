package io.redress.http.decisions;

import io.redress.journal.write.Entry;

/**
 * Where a decision is in the journal.
 *
 * @param replica whose chain it is in
 * @param number position in that chain
 * @param previous hash of the entry before
 */
public record JournalPlace(
    String replica, long number, String caller, String requestId, String previous, String hash) {
  static JournalPlace of(Entry entry) {
    return new JournalPlace(
        entry.replica(),
        entry.number(),
        entry.decided().caller(),
        entry.decided().requestId(),
        entry.previous(),
        entry.hash());
  }
}
