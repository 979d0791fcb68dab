package io.redress.journal.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.journal.write.Entry;
import io.redress.journal.write.PersonalData;
import java.util.Optional;

/**
 * A decision with its personal data, as far as these can still be read.
 *
 * @param answer the JSON answer, byte for byte; without the letter if that cannot be read
 * @param facts the facts on which it was taken
 */
public record OpenedDecision(
    Entry entry, String answer, ObjectNode facts, Availability personalData) {

  /** Whether the personal data of an entry can be read. */
  public enum Availability {
    PRESENT,
    DESTROYED,
    /** The data were changed after they were sealed. */
    DAMAGED
  }

  public static OpenedDecision of(KeptDecision kept) {
    String decision = kept.entry().decided().decision();
    try {
      Optional<PersonalData> personal = kept.personal();
      return new OpenedDecision(
          kept.entry(),
          personal.map(data -> data.completing(decision)).orElse(decision),
          kept.facts(personal),
          personal.isPresent() ? Availability.PRESENT : Availability.DESTROYED);
    } catch (IllegalStateException unsealed) {
      return new OpenedDecision(
          kept.entry(), decision, kept.facts(Optional.empty()), Availability.DAMAGED);
    }
  }
}
