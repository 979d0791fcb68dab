package io.redress.domain;

import io.redress.domain.dispute.Country;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Builds a record of which a test sets some components; the others are unknown: null, empty, or a
 * record of unknown components.
 */
public final class RecordOf<R extends Record> {
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private final Class<R> type;
  private final Map<String, Object> values = new HashMap<>();

  private RecordOf(Class<R> type) {
    this.type = type;
  }

  /**
   * What reflection finds out about a record, which takes longer than to build thousands.
   *
   * @param unknown what makes the values of unknown components, by name in their order
   */
  private record Shape(
      Constructor<?> constructor, Map<String, Supplier<@Nullable Object>> unknown) {
    static Shape of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      Map<String, Supplier<@Nullable Object>> unknown = new LinkedHashMap<>();
      for (RecordComponent component : components) {
        unknown.put(component.getName(), unknownValue(component));
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        return new Shape(type.getDeclaredConstructor(types), unknown);
      } catch (NoSuchMethodException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }

  public static <R extends Record> RecordOf<R> type(Class<R> type) {
    return new RecordOf<>(type);
  }

  /** A record with all components of another. */
  public static <R extends Record> RecordOf<R> copy(R record) {
    @SuppressWarnings("unchecked")
    RecordOf<R> copy = new RecordOf<>((Class<R>) record.getClass());
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        copy.values.put(component.getName(), component.getAccessor().invoke(record));
      } catch (ReflectiveOperationException impossible) {
        throw new AssertionError(impossible);
      }
    }
    return copy;
  }

  public RecordOf<R> with(String component, @Nullable Object value) {
    if (!SHAPES.get(type).unknown().containsKey(component)) {
      throw new AssertionError("no component " + component + " in " + type);
    }
    values.put(component, value);
    return this;
  }

  public R build() {
    Shape shape = SHAPES.get(type);
    List<@Nullable Object> components = new ArrayList<>();
    shape
        .unknown()
        .forEach(
            (name, unknown) ->
                components.add(values.containsKey(name) ? values.get(name) : unknown.get()));
    try {
      return type.cast(shape.constructor().newInstance(components.toArray()));
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Supplier<@Nullable Object> unknownValue(RecordComponent component) {
    Class<?> kind = component.getType();
    if (kind == List.class) {
      return List::of;
    }
    if (kind == Set.class) {
      return Set::of;
    }
    if (kind == Map.class) {
      return Map::of;
    }
    return kind.isRecord() && kind != Country.class && !nullable(component)
        ? () -> type(kind.asSubclass(Record.class)).build()
        : () -> null;
  }

  private static boolean nullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
