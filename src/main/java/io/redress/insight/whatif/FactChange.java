package io.redress.insight.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A change of one fact.
 *
 * @param pointer JSON pointer in the facts
 * @param from null when it is not known
 * @param by who can bring it about
 */
public record FactChange(
    String pointer,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable JsonNode from,
    JsonNode to,
    Actor by) {

  static String pointer(String name) {
    return "/" + name.replace('.', '/');
  }
}
