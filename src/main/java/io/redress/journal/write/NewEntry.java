package io.redress.journal.write;

import org.jspecify.annotations.Nullable;

/**
 * A decision to be stored before it is answered.
 *
 * @param idempotency null if the client sent no key
 */
public record NewEntry(
    DecisionRecord decided, PersonalData personal, @Nullable IdempotencyKey idempotency) {

  /** The answer to send when this is stored. */
  String answer() {
    return personal.completing(decided.decision());
  }
}
