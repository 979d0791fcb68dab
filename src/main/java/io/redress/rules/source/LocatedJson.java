package io.redress.rules.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * An entry of a list, such as a test case, as it was written in YAML or in a worksheet's row.
 *
 * @param places of its parts, by their JSON pointers; the entry itself has the empty pointer
 */
public record LocatedJson(JsonNode tree, Map<String, Place> places) {
  public LocatedJson {
    places = Map.copyOf(places);
  }

  /** The place of that part, or of the nearest part around it. */
  public Place at(String pointer) {
    Place place = places.get(pointer);
    if (place != null) {
      return place;
    }
    if (pointer.isEmpty()) {
      throw new IllegalStateException("an entry without a place");
    }
    return at(pointer.substring(0, pointer.lastIndexOf('/')));
  }

  /** The pointer of a part inside another. */
  public static String pointer(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
