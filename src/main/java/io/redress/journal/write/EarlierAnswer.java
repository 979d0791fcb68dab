package io.redress.journal.write;

/** The answer to the first request with an idempotency key. */
record EarlierAnswer(String bodySha256, String answer) {

  /** The result for a repeated request with that key. */
  JournalResult to(IdempotencyKey again) {
    return again.bodySha256().equals(bodySha256)
        ? new JournalResult.Answered(answer, true)
        : new JournalResult.KeyReused();
  }
}
