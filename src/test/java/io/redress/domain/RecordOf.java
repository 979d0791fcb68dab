package io.redress.domain;

import io.redress.domain.dispute.Country;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds a record of which a test sets some components; the others are unknown: null, empty, or a
 * record of unknown components.
 */
public final class RecordOf<R extends Record> {
  private final Class<R> type;
  private final Map<String, Object> values = new HashMap<>();

  private RecordOf(Class<R> type) {
    this.type = type;
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
    if (Arrays.stream(type.getRecordComponents())
        .noneMatch(one -> one.getName().equals(component))) {
      throw new AssertionError("no component " + component + " in " + type);
    }
    values.put(component, value);
    return this;
  }

  public R build() {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types)
          .newInstance(Arrays.stream(components).map(this::value).toArray());
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private @Nullable Object value(RecordComponent component) {
    if (values.containsKey(component.getName())) {
      return values.get(component.getName());
    }
    Class<?> kind = component.getType();
    if (kind == List.class) {
      return List.of();
    }
    if (kind == Set.class) {
      return Set.of();
    }
    if (kind == Map.class) {
      return Map.of();
    }
    return kind.isRecord() && kind != Country.class && !nullable(component)
        ? type(kind.asSubclass(Record.class)).build()
        : null;
  }

  private static boolean nullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
