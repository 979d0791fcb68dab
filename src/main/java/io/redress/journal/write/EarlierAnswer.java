package io.redress.journal.write;

/** What was answered to the first request with an idempotency key. */
record EarlierAnswer(String bodySha256, String answer) {

  /** What to answer to one more request with that key. */
  JournalResult to(IdempotencyKey again) {
    return again.bodySha256().equals(bodySha256)
        ? new JournalResult.Answered(answer, true)
        : new JournalResult.KeyReused();
  }
}
