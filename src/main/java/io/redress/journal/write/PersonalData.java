package io.redress.journal.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.DecisionJson;
import java.util.Arrays;
import java.util.List;

/**
 * The personal data of an entry.
 *
 * @param facts JSON object: values by JSON pointers into the facts
 * @param letter JSON object: the reply to the buyer
 */
public record PersonalData(String facts, String letter) {
  private static final String SEND_PART = "\"type\":\"SEND_PART\"";
  private static final String SEPARATOR = "\n";

  /** The answer as sent: the decision with its parts, and the letter as its last member. */
  public String completing(String decision) {
    String whole = decision.contains(SEND_PART) ? withParts(decision) : decision;
    return whole.substring(0, whole.length() - 1) + ",\"letter\":" + letter + "}";
  }

  /** Actions have a part's place among the facts instead of the buyer's words for it. */
  private String withParts(String decision) {
    JsonNode whole = DecisionJson.read(decision);
    JsonNode words = DecisionJson.read(facts);
    for (JsonNode action : whole.path("actions")) {
      JsonNode part = words.path(action.path("part").asText());
      if (part.isTextual()) {
        ((ObjectNode) action).set("part", part);
      }
    }
    return DecisionJson.write(whole);
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
