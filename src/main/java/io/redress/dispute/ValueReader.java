package io.redress.dispute;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads single JSON values as the types that facts have. */
final class ValueReader {
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,20}(\\.\\d{1,10})?");
  private static final Map<String, Pattern> FORMS = new ConcurrentHashMap<>();
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final List<Fault> faults;

  ValueReader(List<Fault> faults) {
    this.faults = faults;
  }

  static String words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  /** The value; null after a fault, which is noted. */
  @Nullable Object read(JsonNode node, String path, Class<?> type, RecordComponent component) {
    if (type == Boolean.class) {
      return node.isBoolean() ? node.booleanValue() : wrongType(path, "Send true or false.");
    }
    if (type == Integer.class) {
      return node.isIntegralNumber()
          ? integer(node, path, component)
          : wrongType(path, "Send a whole number, without quotes.");
    }
    if (!node.isTextual()) {
      return wrongType(
          path,
          type == BigDecimal.class
              ? "Send a decimal in quotes, such as \"12.50\"."
              : "Send a text in quotes.");
    }
    String text = node.textValue();
    if (type == BigDecimal.class) {
      return DECIMAL.matcher(text).matches()
          ? inRange(new BigDecimal(text), path, component)
          : impossible(path, text, "is no plain decimal. Send one such as \"12.50\".");
    }
    if (type == LocalDate.class) {
      return date(text, path);
    }
    if (type == Country.class) {
      return Country.of(text)
          .orElseGet(
              () -> impossible(path, text, "is no country. Use ISO 3166-1 alpha-2, such as DE."));
    }
    if (type == Currency.class) {
      return currency(text, path);
    }
    if (type == Locale.class) {
      return locale(text, path);
    }
    return type.isEnum() ? word(text, path, type) : text(text, path, component);
  }

  private @Nullable Integer integer(JsonNode node, String path, RecordComponent component) {
    BigDecimal number = inRange(node.decimalValue(), path, component);
    return number == null ? null : number.intValueExact();
  }

  private @Nullable BigDecimal inRange(BigDecimal number, String path, RecordComponent component) {
    Range range = component.getAnnotation(Range.class);
    if (number.compareTo(BigDecimal.valueOf(range.min())) >= 0
        && number.compareTo(BigDecimal.valueOf(range.max())) <= 0) {
      return number;
    }
    return impossible(
        path,
        number.toPlainString(),
        "is out of range. Send " + range.min() + " to " + range.max() + ".");
  }

  private @Nullable LocalDate date(String text, String path) {
    if (DATE.matcher(text).matches()) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException noSuchDay) {
        return impossible(path, text, "is no day of the calendar. Send one that exists.");
      }
    }
    return impossible(path, text, "is no date. Send one such as 2026-03-05.");
  }

  private @Nullable Currency currency(String text, String path) {
    try {
      Currency currency = Currency.getInstance(text);
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException unknown) {
      // falls through to the one fault that names it
    }
    return impossible(path, text, "is no currency. Use ISO 4217, such as EUR.");
  }

  private @Nullable Locale locale(String text, String path) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(text).build();
      if (!locale.getLanguage().isEmpty()) {
        return locale;
      }
    } catch (IllformedLocaleException noTag) {
      // falls through to the one fault that names it
    }
    return impossible(path, text, "is no language tag. Use BCP 47, such as de or pt-BR.");
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private @Nullable Object word(String text, String path, Class<?> type) {
    var words = Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
    if (words.contains(text)) {
      return Enum.valueOf((Class) type, text);
    }
    String hint = Closest.to(text, words).map(word -> "Did you mean " + word + "? ").orElse("");
    return impossible(path, text, "is not allowed. " + hint + "Use one of " + words(type) + ".");
  }

  private @Nullable String text(String text, String path, RecordComponent component) {
    Text rule = component.getAnnotation(Text.class);
    if (text.isBlank()) {
      return impossible(path, text, "is empty. Leave the field out when it is unknown.");
    }
    if (text.length() > rule.max()) {
      return impossible(path, text, "is longer than " + rule.max() + " characters. Shorten it.");
    }
    if (text.codePoints().anyMatch(Plain::invisible)) {
      return impossible(path, text, "holds control or invisible characters. Send plain text.");
    }
    if (!FORMS.computeIfAbsent(rule.pattern(), Pattern::compile).matcher(text).matches()) {
      return impossible(path, text, "is not of the right form. " + rule.form());
    }
    return text;
  }

  private <T> @Nullable T wrongType(String path, String suggestion) {
    faults.add(Fault.malformed(path, "This has the wrong type. " + suggestion));
    return null;
  }

  private <T> @Nullable T impossible(String path, String value, String message) {
    faults.add(Fault.impossible(path, "\"" + Plain.brief(value) + "\" " + message));
    return null;
  }
}
