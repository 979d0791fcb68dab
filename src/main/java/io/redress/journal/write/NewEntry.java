package io.redress.journal.write;

import org.jspecify.annotations.Nullable;

/**
 * A decision that is to be kept before it is answered.
 *
 * @param idempotency null when the client sent no key
 */
public record NewEntry(
    DecisionRecord decided, PersonalData personal, @Nullable IdempotencyKey idempotency) {

  /** What is answered once this is kept. */
  String answer() {
    return personal.completing(decided.decision());
  }
}
