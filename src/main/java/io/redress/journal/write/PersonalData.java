package io.redress.journal.write;

import java.util.Arrays;
import java.util.List;

/**
 * The personal data of an entry.
 *
 * @param facts JSON object: values by JSON pointers into the facts
 * @param letter JSON object: the reply to the buyer
 */
public record PersonalData(String facts, String letter) {
  private static final String SEPARATOR = "\n";

  /** The answer as sent: the decision with the letter as its last member. */
  public String completing(String decision) {
    return decision.substring(0, decision.length() - 1) + ",\"letter\":" + letter + "}";
  }

  /** Both parts in one text; JSON on one line never contains the separator. */
  String text() {
    return facts + SEPARATOR + letter;
  }

  static PersonalData of(String text) {
    List<String> parts = Arrays.asList(text.split(SEPARATOR, 2));
    return new PersonalData(parts.get(0), parts.get(1));
  }
}
