package io.redress.domain.dispute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.platform.text.ClosestWord;
import io.redress.platform.text.EscapedText;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a JSON object into a record, component by component, and collects all problems. */
final class RecordReader {
  private static final int MAX_ELEMENTS = 1_000;

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private final List<FactProblem> problems;
  private final ValueReader values;
  private final CustomFactReader custom;

  RecordReader(List<FactProblem> problems, CustomFacts declared) {
    this.problems = problems;
    this.custom = new CustomFactReader(declared, problems);
    this.values = new ValueReader(problems);
  }

  /**
   * Returns the record that the object describes; values with problems are null.
   *
   * @param path JSON pointer of the object
   */
  <R> R read(JsonNode object, String path, Class<R> type) {
    Shape shape = SHAPES.get(type);
    RecordComponent[] components = shape.components;
    refuseUnknown(object, path, shape.names);
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      arguments[i] = component(object.path(name), path + "/" + name, components[i]);
    }
    return type.cast(shape.construct(arguments));
  }

  private void refuseUnknown(JsonNode object, String path, List<String> known) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                String pointer =
                    path + "/" + EscapedText.visible(name).replace("~", "~0").replace("/", "~1");
                problems.add(
                    ClosestWord.to(name, known)
                        .map(
                            closest ->
                                FactProblem.malformed(pointer, "request.meantField", closest))
                        .orElseGet(
                            () ->
                                FactProblem.malformed(
                                    pointer, "request.unknownField", String.join(", ", known))));
              }
            });
  }

  private @Nullable Object component(JsonNode node, String path, RecordComponent component) {
    Class<?> type = component.getType();
    if (type == Map.class) {
      return custom.read(node, path);
    }
    boolean absent = node.isMissingNode() || node.isNull();
    if (type == ObjectNode.class) {
      return object(node, path, absent);
    }
    if (type == List.class || type == Set.class) {
      return elements(node, path, component, absent);
    }
    if (type.isRecord() && type != Country.class) {
      if (!absent && !node.isObject()) {
        problems.add(FactProblem.malformed(path, "request.noObject"));
      }
      return read(node.isObject() ? node : MissingNode.getInstance(), path, type);
    }
    if (!absent) {
      return values.read(node, path, type, component);
    }
    if (component.isAnnotationPresent(Required.class)) {
      problems.add(
          type.isEnum()
              ? FactProblem.impossible(path, "request.requiredWord", ValueReader.words(type))
              : FactProblem.impossible(path, "request.required"));
    }
    return null;
  }

  /** An object that is read later, by what it is for. */
  private @Nullable ObjectNode object(JsonNode node, String path, boolean absent) {
    if (absent || node instanceof ObjectNode) {
      return absent ? null : (ObjectNode) node;
    }
    problems.add(FactProblem.malformed(path, "request.noObject"));
    return null;
  }

  private Object elements(JsonNode node, String path, RecordComponent component, boolean absent) {
    Class<?> type =
        (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    List<Object> elements = new ArrayList<>();
    if (!absent && !node.isArray()) {
      problems.add(FactProblem.malformed(path, "request.noArray"));
    } else if (node.size() > MAX_ELEMENTS) {
      problems.add(FactProblem.impossible(path, "request.tooManyElements", MAX_ELEMENTS));
    } else {
      for (int i = 0; i < node.size(); i++) {
        Object element = element(node.get(i), path + "/" + i, type, component);
        if (element != null) {
          elements.add(element);
        }
      }
    }
    return component.getType() == List.class ? List.copyOf(elements) : words(type, elements);
  }

  private @Nullable Object element(
      JsonNode node, String path, Class<?> type, RecordComponent component) {
    if (!type.isRecord()) {
      return values.read(node, path, type, component);
    }
    if (!node.isObject()) {
      problems.add(FactProblem.malformed(path, "request.noElement"));
      return null;
    }
    int before = problems.size();
    Object element = read(node, path, type);
    return problems.size() == before ? element : null;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Set<?> words(Class<?> type, List<Object> elements) {
    EnumSet words = EnumSet.noneOf((Class) type);
    words.addAll(elements);
    return Collections.unmodifiableSet(words);
  }

  /** Reflection data of a record type, cached because it takes longer to get than to use. */
  private record Shape(
      RecordComponent[] components, List<String> names, Constructor<?> constructor) {
    static Shape of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        return new Shape(
            components,
            Arrays.stream(components).map(RecordComponent::getName).toList(),
            type.getDeclaredConstructor(types));
      } catch (NoSuchMethodException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    Object construct(Object[] arguments) {
      try {
        return constructor.newInstance(arguments);
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
