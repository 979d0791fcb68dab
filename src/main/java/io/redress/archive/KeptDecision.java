package io.redress.archive;

import io.redress.journal.Entry;
import io.redress.journal.PersonalData;
import io.redress.journal.PersonalKey;
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
}
