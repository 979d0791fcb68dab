package io.redress.journal.write;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision to be stored before it is answered.
 *
 * @param custom facts and outcomes of the seller's own, without personal data
 * @param idempotency null if the client sent no key
 */
public record NewEntry(
    DecisionRecord decided,
    List<CustomValue> custom,
    PersonalData personal,
    @Nullable IdempotencyKey idempotency) {
  public NewEntry {
    custom = List.copyOf(custom);
  }

  /** The answer to send when this is stored. */
  String answer() {
    return personal.completing(decided.decision());
  }
}
