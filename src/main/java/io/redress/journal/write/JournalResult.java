package io.redress.journal.write;

/** What became of a decision that was to be kept. */
public sealed interface JournalResult {

  /** It is kept, or an earlier one is to which the same request led; this is the answer. */
  record Answered(String answer, boolean replayed) implements JournalResult {}

  /** It is not kept, as its idempotency key came with another body before. */
  record KeyReused() implements JournalResult {}
}
