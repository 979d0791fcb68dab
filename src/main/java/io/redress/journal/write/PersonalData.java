package io.redress.journal.write;

import java.util.Arrays;
import java.util.List;

/**
 * What an entry says of people.
 *
 * @param facts JSON object: JSON pointers into the facts, and what stands there
 * @param letter JSON object: the reply to the buyer
 */
public record PersonalData(String facts, String letter) {
  private static final String SEPARATOR = "\n";

  /** The answer as it left: a decision with the letter as its last member. */
  public String completing(String decision) {
    return decision.substring(0, decision.length() - 1) + ",\"letter\":" + letter + "}";
  }

  /** JSON on one line never holds the character that parts the two. */
  String text() {
    return facts + SEPARATOR + letter;
  }

  static PersonalData of(String text) {
    List<String> parts = Arrays.asList(text.split(SEPARATOR, 2));
    return new PersonalData(parts.get(0), parts.get(1));
  }
}
