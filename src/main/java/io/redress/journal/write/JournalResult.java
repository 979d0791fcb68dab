package io.redress.journal.write;

/** The result of storing a decision. */
public sealed interface JournalResult {

  /** The decision is stored, or was stored for the same request before; this is the answer. */
  record Answered(String answer, boolean replayed) implements JournalResult {}

  /** Not stored, because the idempotency key was used with another body before. */
  record KeyReused() implements JournalResult {}

  /** Not stored, because the database refuses this entry, whatever is stored with it. */
  record Refused(RuntimeException failure) implements JournalResult {}
}
