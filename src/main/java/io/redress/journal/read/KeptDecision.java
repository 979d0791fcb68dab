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
 * An entry of the journal, with what opens its personal data.
 *
 * @param key null once it was destroyed
 */
public record KeptDecision(Entry entry, @Nullable PersonalKey key) {

  /**
   * What the entry says of people; empty once the key was destroyed.
   *
   * @throws IllegalStateException when it was changed since it was sealed
   */
  public Optional<PersonalData> personal() {
    return Optional.ofNullable(key)
        .map(it -> it.open(entry.decided().decisionId(), entry.sealed()));
  }

  /**
   * The facts on which it was taken.
   *
   * @param personal put back to where it was taken from; empty when it can not be read
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
