package io.redress.domain.dispute;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Separates {@link Personal} facts from the other facts of a dispute's JSON. */
public final class PersonalFacts {
  private static final Pattern IMPERSONAL = Pattern.compile("[A-Z0-9_]+|[-0-9.]+");
  private static final String EACH = "*";
  private static final List<List<String>> PATHS = paths(Dispute.class, List.of()).toList();

  private PersonalFacts() {}

  /**
   * Removes personal facts from the facts, and returns them by JSON pointer.
   *
   * @param custom the facts of the seller's own, of which free texts are personal
   */
  public static ObjectNode takeFrom(ObjectNode facts, Map<String, Object> custom) {
    ObjectNode personal = JsonNodeFactory.instance.objectNode();
    PATHS.forEach(path -> take(facts, path, "", personal));
    custom.forEach(
        (name, value) -> {
          if (value instanceof CustomFacts.FreeText) {
            take(facts, List.of("custom", name), "", personal);
          }
        });
    return personal;
  }

  /**
   * Removes personal facts when their types are not known: of the seller's own, all texts that are
   * neither words nor days.
   */
  public static ObjectNode takeFrom(ObjectNode facts) {
    Map<String, Object> custom = new HashMap<>();
    facts
        .path("custom")
        .properties()
        .forEach(
            fact -> {
              JsonNode value = fact.getValue();
              if (value.isTextual() && !IMPERSONAL.matcher(value.asText()).matches()) {
                custom.put(fact.getKey(), new CustomFacts.FreeText(value.asText()));
              }
            });
    return takeFrom(facts, custom);
  }

  private static void take(JsonNode node, List<String> path, String at, ObjectNode personal) {
    String name = path.get(0);
    List<String> rest = path.subList(1, path.size());
    if (name.equals(EACH)) {
      IntStream.range(0, node.size())
          .forEach(index -> take(node.get(index), rest, at + "/" + index, personal));
    } else if (!rest.isEmpty()) {
      take(node.path(name), rest, at + "/" + name, personal);
    } else if (node instanceof ObjectNode object && object.has(name)) {
      personal.set(at + "/" + name, object.remove(name));
    }
  }

  /** Restores personal facts at their JSON pointers. */
  public static void putBack(ObjectNode facts, ObjectNode personal) {
    personal
        .properties()
        .forEach(
            fact -> {
              JsonPointer pointer = JsonPointer.compile(fact.getKey());
              ((ObjectNode) facts.at(pointer.head()))
                  .set(pointer.last().getMatchingProperty(), fact.getValue());
            });
  }

  private static Stream<List<String>> paths(Class<?> record, List<String> at) {
    return Arrays.stream(record.getRecordComponents()).flatMap(component -> paths(component, at));
  }

  private static Stream<List<String>> paths(RecordComponent component, List<String> at) {
    List<String> path = with(at, component.getName());
    if (component.isAnnotationPresent(Personal.class)) {
      return Stream.of(path);
    }
    if (component.getGenericType() instanceof ParameterizedType list) {
      Class<?> element = (Class<?>) list.getActualTypeArguments()[0];
      return element.isRecord() ? paths(element, with(path, EACH)) : Stream.empty();
    }
    return component.getType().isRecord() ? paths(component.getType(), path) : Stream.empty();
  }

  private static List<String> with(List<String> path, String name) {
    return Stream.concat(path.stream(), Stream.of(name)).toList();
  }
}
