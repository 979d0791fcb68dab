package io.redress.domain.dispute;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.platform.phrase.Phrase;
import io.redress.platform.text.ClosestWord;
import io.redress.platform.text.EscapedText;
import io.redress.platform.text.InvisibleCharacters;
import io.redress.platform.text.PlainNumber;
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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads JSON values as the types of facts. */
final class ValueReader {
  private static final Pattern DECIMAL = Pattern.compile(Range.DECIMAL);
  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final List<FactProblem> problems;

  ValueReader(List<FactProblem> problems) {
    this.problems = problems;
  }

  static String words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  /** Returns the value, or null after adding a problem. */
  @Nullable Object read(JsonNode node, String path, Class<?> type, RecordComponent component) {
    if (type == Boolean.class) {
      return node.isBoolean() ? node.booleanValue() : wrongType(path, "request.sendBoolean");
    }
    if (type == Integer.class) {
      return node.isIntegralNumber()
          ? integer(node, path, component)
          : wrongType(path, "request.sendInteger");
    }
    if (component.isAnnotationPresent(Percentage.class)) {
      return node.isNumber()
          ? inRange(node.decimalValue(), path, component)
          : wrongType(path, "request.sendPercentage");
    }
    if (!node.isTextual()) {
      return wrongType(path, type == BigDecimal.class ? "request.sendDecimal" : "request.sendText");
    }
    String text = node.textValue();
    if (type == BigDecimal.class) {
      return DECIMAL.matcher(text).matches()
          ? inRange(new BigDecimal(text), path, component)
          : impossible(path, text, "request.notDecimal");
    }
    if (type == LocalDate.class) {
      return date(text, path);
    }
    if (type == Country.class) {
      return Country.of(text).orElseGet(() -> impossible(path, text, "request.notCountry"));
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
    if (number.compareTo(BigDecimal.valueOf(range.min())) < 0
        || number.compareTo(BigDecimal.valueOf(range.max())) > 0) {
      return impossible(path, shown(number), "request.outOfRange", range.min(), range.max());
    }
    return hasTooManyDecimals(number)
        ? impossible(path, shown(number), "request.tooManyDecimals", Range.MAX_DECIMALS)
        : number;
  }

  /** Whether a number, which JSON may have with an exponent, is finer than a text can be. */
  static boolean hasTooManyDecimals(BigDecimal number) {
    return number.stripTrailingZeros().scale() > Range.MAX_DECIMALS;
  }

  /** A number as text, with its exponent if it is not plain. */
  static String shown(BigDecimal number) {
    return PlainNumber.isPlain(number) ? number.toPlainString() : number.toString();
  }

  @Nullable LocalDate date(String text, String path) {
    if (DATE.matcher(text).matches()) {
      try {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() > 0) {
          return day;
        }
      } catch (DateTimeParseException noSuchDay) {
        // as of the year 0, which no calendar of the trade has
      }
      return impossible(path, text, "request.noSuchDay");
    }
    return impossible(path, text, "request.notDate");
  }

  private @Nullable Currency currency(String text, String path) {
    try {
      Currency currency = Currency.getInstance(text);
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException unknown) {
      // reported below
    }
    return impossible(path, text, "request.notCurrency");
  }

  private @Nullable Locale locale(String text, String path) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(text).build();
      if (!locale.getLanguage().isEmpty()) {
        return locale;
      }
    } catch (IllformedLocaleException noTag) {
      // reported below
    }
    return impossible(path, text, "request.notLanguage");
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private @Nullable Object word(String text, String path, Class<?> type) {
    var words = Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
    if (words.contains(text)) {
      return Enum.valueOf((Class) type, text);
    }
    Optional<String> closest = ClosestWord.to(text, words);
    return closest.isPresent()
        ? impossible(path, text, "request.meantWord", closest.get(), words(type))
        : impossible(path, text, "request.notWord", words(type));
  }

  private @Nullable String text(String text, String path, RecordComponent component) {
    Text rule = component.getAnnotation(Text.class);
    if (text.isBlank()) {
      return impossible(path, text, "request.empty");
    }
    if (text.length() > rule.max()) {
      return impossible(path, text, "request.tooLong", rule.max());
    }
    if (InvisibleCharacters.anyInFreeText(text)) {
      return impossible(path, text, "request.invisible");
    }
    if (!PATTERNS.computeIfAbsent(rule.pattern(), Pattern::compile).matcher(text).matches()) {
      return impossible(path, text, "request.form", Phrase.of(rule.form()));
    }
    return text;
  }

  private <T> @Nullable T wrongType(String path, String suggestion) {
    problems.add(FactProblem.malformed(path, "request.wrongType", Phrase.of(suggestion)));
    return null;
  }

  private <T> @Nullable T impossible(String path, String value, String key, Object... rest) {
    Stream<Object> arguments = Stream.concat(Stream.of(EscapedText.brief(value)), Stream.of(rest));
    problems.add(FactProblem.impossible(path, key, arguments.toArray()));
    return null;
  }
}
