package io.redress.journal.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.PersonalFacts;
import io.redress.journal.write.Entry;
import io.redress.journal.write.PersonalData;
import io.redress.journal.write.PersonalKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the journal with the key to its personal data.
 *
 * @param key null if it was destroyed
 */
public record KeptDecision(Entry entry, @Nullable PersonalKey key) {

  /**
   * Decrypts the personal data; empty if the key was destroyed.
   *
   * @throws IllegalStateException if the data were changed since they were sealed
   */
  public Optional<PersonalData> personal() {
    return Optional.ofNullable(key)
        .map(it -> it.open(entry.decided().decisionId(), entry.sealed()));
  }

  /**
   * The facts on which the decision was taken.
   *
   * @param personal personal data to be inserted in their places; empty if they cannot be read
   */
  public ObjectNode facts(Optional<PersonalData> personal) {
    ObjectNode facts = json(entry.decided().facts());
    personal.ifPresent(data -> PersonalFacts.putBack(facts, json(data.facts())));
    return facts;
  }

  private static ObjectNode json(String text) {
    return DisputeReader.sent(text.getBytes(StandardCharsets.UTF_8));
  }
}
