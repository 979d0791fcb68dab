package io.redress.domain.dispute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Random records of facts, each valid by itself, and their JSON. */
public final class RandomDisputes {
  private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
  private static final List<Currency> CURRENCIES =
      List.of(Currency.getInstance("USD"), Currency.getInstance("JPY"));
  private static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.forLanguageTag("pt-BR"), Locale.forLanguageTag("zh-Hant-TW"));

  /** A valid text for each pattern. */
  private static final Map<String, String> TEXTS =
      Map.of(
          ".*", "Kleid \u00fcber 38, \u4e2d\u6587 \uD83D\uDC57",
          "[^{}]*", "O'Neill & \"S\u00f6hne\"",
          "[A-Za-z0-9._:-]+", "case:2026-03_a.1",
          "[A-Z0-9_]+", "SINGLES_DAY",
          "[Hh][Tt][Tt][Pp][Ss]?://\\S+", "https://t.example/?n=1&l=de",
          "[A-Za-z]+(_[A-Za-z]+)?", "Exception_Lost");

  private final Random random;

  public RandomDisputes(long seed) {
    this.random = new Random(seed);
  }

  public <R> R next(Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      return type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(Arrays.stream(components).map(this::fact).toArray());
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private @Nullable Object fact(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == Map.class) {
      return Map.of();
    }
    if (Collection.class.isAssignableFrom(type)) {
      return elements(component);
    }
    if (type.isRecord() && type != Country.class) {
      return next(type);
    }
    boolean absent = !component.isAnnotationPresent(Required.class) && random.nextInt(3) == 0;
    return absent ? null : value(type, component);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Object elements(RecordComponent component) {
    Class<?> type =
        (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    List<Object> elements = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      elements.add(type.isRecord() ? next(type) : oneOf(type.getEnumConstants()));
    }
    if (component.getType() == List.class) {
      return List.copyOf(elements);
    }
    Set words = EnumSet.noneOf((Class) type);
    words.addAll(elements);
    return words;
  }

  private Object value(Class<?> type, RecordComponent component) {
    Range range = component.getAnnotation(Range.class);
    if (type == Boolean.class) {
      return random.nextBoolean();
    }
    if (type == Integer.class) {
      long wide = range.max() - range.min() + 1;
      return (int) (range.min() + (random.nextInt(4) == 0 ? wide - 1 : random.nextLong(wide)));
    }
    if (type == BigDecimal.class) {
      int digits = component.isAnnotationPresent(Percentage.class) ? 3 : 2;
      return new BigDecimal(random.nextInt(100_000)).movePointLeft(random.nextInt(digits, 6));
    }
    if (type == LocalDate.class) {
      return FIRST_DAY.plusDays(random.nextInt(5_000));
    }
    if (type == Country.class) {
      return new Country(oneOf(Locale.getISOCountries()));
    }
    if (type == Currency.class) {
      return oneOf(CURRENCIES.toArray());
    }
    if (type == Locale.class) {
      return oneOf(LANGUAGES.toArray());
    }
    return type.isEnum()
        ? oneOf(type.getEnumConstants())
        : TEXTS.get(component.getAnnotation(Text.class).pattern());
  }

  private <T> T oneOf(T[] values) {
    return values[random.nextInt(values.length)];
  }

  /** Returns the JSON of the facts; unknown ones are absent or null. */
  public ObjectNode json(Record facts) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (RecordComponent component : facts.getClass().getRecordComponents()) {
      Object value = valueOf(facts, component);
      if (value == null && random.nextBoolean()) {
        object.putNull(component.getName());
      } else if (value instanceof Collection<?> elements) {
        ArrayNode array = object.putArray(component.getName());
        elements.forEach(element -> put(array, element));
      } else if (value instanceof Map) {
        object.putObject(component.getName());
      } else if (value instanceof Record group && !(value instanceof Country)) {
        object.set(component.getName(), json(group));
      } else if (value instanceof Integer number) {
        object.put(component.getName(), number);
      } else if (value instanceof Boolean truth) {
        object.put(component.getName(), truth);
      } else if (component.isAnnotationPresent(Percentage.class) && value != null) {
        object.put(component.getName(), (BigDecimal) value);
      } else if (value != null) {
        object.put(component.getName(), text(value));
      }
    }
    return object;
  }

  private void put(ArrayNode array, Object element) {
    if (element instanceof Record group) {
      array.add(json(group));
    } else {
      array.add(element.toString());
    }
  }

  private static String text(Object value) {
    if (value instanceof Locale locale) {
      return locale.toLanguageTag();
    }
    return value instanceof BigDecimal amount ? amount.toPlainString() : value.toString();
  }

  private static @Nullable Object valueOf(Record facts, RecordComponent component) {
    try {
      return component.getAccessor().invoke(facts);
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
