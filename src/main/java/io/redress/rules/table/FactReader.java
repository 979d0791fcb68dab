package io.redress.rules.table;

import io.redress.domain.decision.Assessment;
import io.redress.domain.dispute.Country;
import io.redress.domain.dispute.CustomFacts;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.Range;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one fact out of an assessment.
 *
 * @param handle from the assessment to the record component
 */
record FactReader(String name, RecordComponent component, MethodHandle handle) {
  private static final BigDecimal MIN_NUMBER = BigDecimal.valueOf(-1_000_000);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MAX_NUMBER = BigDecimal.valueOf(1_000_000_000_000_000_000L);

  /**
   * Returns readers of all facts in a record. Names are dotted paths; those of the dispute start at
   * its groups.
   */
  static Stream<FactReader> ofRecord(Class<?> type) {
    return ofRecord("", type, MethodHandles.identity(type));
  }

  private static Stream<FactReader> ofRecord(String path, Class<?> type, MethodHandle toRecord) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(
            component -> {
              MethodHandle handle = MethodHandles.filterReturnValue(toRecord, accessor(component));
              Class<?> kind = component.getType();
              if (kind == Dispute.class) {
                return ofRecord("", kind, handle);
              }
              String name = path + component.getName();
              if (kind.isRecord() && kind != Country.class) {
                return ofRecord(name + ".", kind, handle);
              }
              if (kind == List.class || kind == Map.class) {
                return Stream.empty();
              }
              MethodHandle general =
                  handle.asType(MethodType.methodType(Object.class, Assessment.class));
              return Stream.of(new FactReader(name, component, general));
            });
  }

  private static MethodHandle accessor(RecordComponent component) {
    try {
      return MethodHandles.publicLookup().unreflect(component.getAccessor());
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException(closed);
    }
  }

  @Nullable Object read(Assessment assessment) {
    try {
      Object value = (Object) handle.invokeExact(assessment);
      return value == null ? null : plain(value);
    } catch (Throwable impossible) {
      throw new IllegalStateException("reading " + name, impossible);
    }
  }

  static Object plain(Object value) {
    if (value instanceof Enum<?> word) {
      return word.name();
    }
    if (value instanceof Long number) {
      return BigDecimal.valueOf(number);
    }
    if (value instanceof CustomFacts.FreeText text) {
      return text.text();
    }
    if (value instanceof Integer number) {
      return BigDecimal.valueOf(number);
    }
    if (value instanceof Collection<?> words) {
      Set<Object> plain = new HashSet<>();
      words.forEach(word -> plain.add(plain(word)));
      return plain;
    }
    if (value instanceof Locale locale) {
      return locale.toLanguageTag();
    }
    if (value instanceof Country || value instanceof Currency) {
      return value.toString();
    }
    return value;
  }

  Term term(int slot) {
    boolean list = component.getType() == Set.class;
    Class<?> type =
        list
            ? (Class<?>)
                ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
            : component.getType();
    ValueType valueType = valueType(type);
    Range range = component.getAnnotation(Range.class);
    BigDecimal minimum = range == null ? MIN_NUMBER : BigDecimal.valueOf(range.min());
    BigDecimal maximum = range == null ? MAX_NUMBER : BigDecimal.valueOf(range.max());
    if (valueType == ValueType.PERCENT) {
      minimum = BigDecimal.ZERO;
      maximum = HUNDRED;
    }
    return new Term(name, valueType, list, words(type), minimum, maximum, false, slot);
  }

  /** Returns the allowed words of a type; empty when any text is allowed. */
  private static List<String> words(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants()).map(word -> ((Enum<?>) word).name()).toList();
    }
    if (type == Country.class) {
      return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream().sorted().toList();
    }
    return type == Currency.class
        ? Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .sorted()
            .toList()
        : List.of();
  }

  private ValueType valueType(Class<?> type) {
    if (type.isEnum()) {
      return ValueType.ENUM;
    }
    if (type == Boolean.class) {
      return ValueType.BOOLEAN;
    }
    if (type == Integer.class) {
      return ValueType.INTEGER;
    }
    if (type == BigDecimal.class) {
      return name.endsWith("Percent") ? ValueType.PERCENT : ValueType.DECIMAL;
    }
    if (type == LocalDate.class) {
      return ValueType.DATE;
    }
    // Derived values are never free text, but names of seasons and holidays.
    return component.getDeclaringRecord() == Assessment.class ? ValueType.CODE : ValueType.TEXT;
  }
}
