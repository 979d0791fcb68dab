package io.redress.rules.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * An entry of a YAML file or a worksheet's row, such as a test case, as JSON with the place of each
 * value.
 *
 * @param places by JSON pointer; the entry itself has the empty pointer
 */
public record LocatedJson(JsonNode tree, Map<String, Place> places) {
  public LocatedJson {
    places = Map.copyOf(places);
  }

  /** Returns the place of a value, or of the nearest value that contains it. */
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

  /** Returns the pointer of a member of an object. */
  public static String pointer(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
