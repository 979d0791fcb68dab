package io.redress.journal;

/** What became of a decision that was to be kept. */
public sealed interface Outcome {

  /** It is kept, or an earlier one is to which the same request led; this is the answer. */
  record Answered(String answer, boolean replayed) implements Outcome {}

  /** It is not kept, as its idempotency key came with another body before. */
  record KeyReused() implements Outcome {}
}
