package io.redress.domain.dispute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Facts as a row of a table has them: each in a column with a dotted name, such as {@code
 * order.quantity}. Several words are in one cell, separated by spaces, commas or semicolons;
 * several objects, such as {@code granted}, are one cell of JSON, or have columns by number: {@code
 * problem.defects.0.type}.
 */
public final class FlatFacts {
  private static final String CUSTOM = "custom.";
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,32}(\\.\\d{1,32})?");
  private static final Pattern INDEX = Pattern.compile("\\.(\\d{1,3})(?=\\.)");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;]+");
  private static final int MAX_ELEMENTS = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Kind> kinds;

  /**
   * @param declared the facts of the seller's own
   */
  public FlatFacts(CustomFacts declared) {
    Map<String, Kind> found = new LinkedHashMap<>();
    add(found, "", Dispute.class);
    declared
        .names()
        .forEach(
            name -> found.put(CUSTOM + name, Kind.of(declared.named(name).orElseThrow().type())));
    this.kinds = found;
  }

  /** How the text of a cell becomes JSON. */
  public enum Kind {
    /** Free text, or one word. */
    TEXT,
    DAY,
    /** A decimal number that JSON has as text. */
    AMOUNT,
    NUMBER,
    BOOLEAN,
    /** Several words. */
    WORDS,
    /** Several objects, as JSON. */
    OBJECTS;

    static Kind of(CustomFacts.Type type) {
      return switch (type) {
        case BOOLEAN -> BOOLEAN;
        case INTEGER, DECIMAL, PERCENT -> NUMBER;
        case DATE -> DAY;
        case ENUM, CODE, TEXT -> TEXT;
      };
    }

    private static Kind of(RecordComponent component) {
      Class<?> type = component.getType();
      if (type == Boolean.class) {
        return BOOLEAN;
      }
      if (type == Integer.class || component.isAnnotationPresent(Percentage.class)) {
        return NUMBER;
      }
      if (type == BigDecimal.class) {
        return AMOUNT;
      }
      return type == LocalDate.class ? DAY : TEXT;
    }
  }

  private static void add(Map<String, Kind> found, String path, Class<?> record) {
    for (RecordComponent component : record.getRecordComponents()) {
      String name = path + component.getName();
      Class<?> type = component.getType();
      if (type == List.class) {
        found.put(name, Kind.OBJECTS);
        add(found, name + "[].", elements(component));
      } else if (type == Set.class) {
        found.put(name, Kind.WORDS);
      } else if (type.isRecord() && type != Country.class) {
        add(found, name + ".", type);
      } else if (type != Map.class) {
        found.put(name, Kind.of(component));
      }
    }
  }

  private static Class<?> elements(RecordComponent component) {
    return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
  }

  /** The names that columns can have; {@code []} stands for a number from 0. */
  public List<String> names() {
    return List.copyOf(kinds.keySet());
  }

  /** What a column has; empty when no fact has this name. */
  public Optional<Kind> kind(String name) {
    return Optional.ofNullable(kinds.get(INDEX.matcher(name).replaceAll("[]")));
  }

  /**
   * Builds the facts of a row. A cell that is no value of its fact stays as it is, for {@link
   * DisputeReader} to report with its pointer.
   *
   * @param names of the columns, each of a known fact
   * @param cells as many; null and blank cells are absent facts
   */
  public ObjectNode facts(List<String> names, List<@Nullable String> cells) {
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < names.size(); i++) {
      String cell = i < cells.size() ? cells.get(i) : null;
      if (cell != null && !cell.isBlank()) {
        put(
            facts,
            names.get(i).split("\\."),
            value(kind(names.get(i)).orElseThrow(), cell.strip()));
      }
    }
    return facts;
  }

  private static JsonNode value(Kind kind, String cell) {
    return switch (kind) {
      case NUMBER -> NUMBER.matcher(cell).matches() ? number(cell) : TextNode.valueOf(cell);
      case BOOLEAN ->
          switch (cell.toLowerCase(Locale.ROOT)) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> TextNode.valueOf(cell);
          };
      case WORDS -> words(cell);
      case OBJECTS -> objects(cell);
      case TEXT, DAY, AMOUNT -> TextNode.valueOf(cell);
    };
  }

  /** Whole numbers stay whole: spreadsheet programs write 7 as 7.0, too. */
  private static JsonNode number(String cell) {
    BigDecimal number = new BigDecimal(cell).stripTrailingZeros();
    return number.scale() <= 0
        ? JsonNodeFactory.instance.numberNode(number.toBigIntegerExact())
        : DecimalNode.valueOf(number);
  }

  private static ArrayNode words(String cell) {
    ArrayNode words = JsonNodeFactory.instance.arrayNode();
    BETWEEN_WORDS.splitAsStream(cell).filter(word -> !word.isEmpty()).forEach(words::add);
    return words;
  }

  private static JsonNode objects(String cell) {
    try {
      JsonNode objects = JSON.readTree(cell);
      return objects == null ? TextNode.valueOf(cell) : objects;
    } catch (JsonProcessingException noJson) {
      return TextNode.valueOf(cell);
    }
  }

  private static void put(ObjectNode facts, String[] path, JsonNode value) {
    JsonNode at = facts;
    for (int i = 0; i < path.length - 1; i++) {
      boolean list = i + 1 < path.length && isIndex(path[i + 1]);
      at = list ? element(at, path[i], Integer.parseInt(path[++i])) : child(at, path[i]);
    }
    ((ObjectNode) at).set(path[path.length - 1], value);
  }

  private static boolean isIndex(String step) {
    return !step.isEmpty() && step.chars().allMatch(Character::isDigit);
  }

  private static JsonNode child(JsonNode at, String name) {
    return at.has(name) ? at.get(name) : ((ObjectNode) at).putObject(name);
  }

  private static JsonNode element(JsonNode at, String name, int index) {
    JsonNode list = at.get(name);
    ArrayNode array = list instanceof ArrayNode known ? known : ((ObjectNode) at).putArray(name);
    while (array.size() <= Math.min(index, MAX_ELEMENTS)) {
      array.addObject();
    }
    return array.get(Math.min(index, MAX_ELEMENTS));
  }

  /**
   * The names that were probably meant by one without its group: {@code order.quantity} for {@code
   * quantity}.
   */
  public List<String> likely(String typed) {
    return kinds.keySet().stream().filter(name -> name.endsWith("." + typed)).toList();
  }
}
