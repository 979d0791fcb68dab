package io.redress.journal.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.journal.write.Entry;
import io.redress.journal.write.PersonalData;
import java.util.Optional;

/**
 * A kept decision with what it says of people, as far as that can still be read.
 *
 * @param answer JSON as it was answered, byte for byte; without the letter where that is gone
 * @param facts on which it was taken
 */
public record OpenedDecision(
    Entry entry, String answer, ObjectNode facts, Availability personalData) {

  /** Whether what an entry says of people can be read. */
  public enum Availability {
    PRESENT,
    DESTROYED,
    /** It was changed after it was sealed. */
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
