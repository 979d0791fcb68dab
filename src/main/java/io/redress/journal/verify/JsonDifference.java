package io.redress.journal.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A difference between two JSON texts.
 *
 * @param pointer JSON pointer (RFC 6901); empty for the whole text
 */
public record JsonDifference(String pointer, String kept, String now) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private static final int MAX_LENGTH = 200;
  private static final String ABSENT = "nothing";

  /** All differences, at the deepest pointers; empty only if the texts are equal. */
  public static List<JsonDifference> between(String kept, String now, String at) {
    List<JsonDifference> found = new ArrayList<>();
    if (!kept.equals(now)) {
      try {
        compare(JSON.readTree(kept), JSON.readTree(now), at, found);
      } catch (JsonProcessingException changed) {
        found.clear();
      }
      if (found.isEmpty()) {
        found.add(new JsonDifference(at, shown(kept), shown(now)));
      }
    }
    return found;
  }

  private static void compare(JsonNode kept, JsonNode now, String at, List<JsonDifference> found) {
    if (kept.isObject() && now.isObject()) {
      Set<String> names = new LinkedHashSet<>();
      kept.fieldNames().forEachRemaining(names::add);
      now.fieldNames().forEachRemaining(names::add);
      names.forEach(
          name -> compare(kept.path(name), now.path(name), at + "/" + escaped(name), found));
    } else if (kept.isArray() && now.isArray()) {
      Iterator<JsonNode> others = now.elements();
      for (int i = 0; i < Math.max(kept.size(), now.size()); i++) {
        compare(kept.path(i), others.hasNext() ? others.next() : now.path(i), at + "/" + i, found);
      }
    } else if (!kept.equals(now)) {
      found.add(new JsonDifference(at, shown(kept), shown(now)));
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String shown(JsonNode node) {
    return node.isMissingNode() ? ABSENT : shown(node.toString());
  }

  private static String shown(String text) {
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "..." : text;
  }
}
