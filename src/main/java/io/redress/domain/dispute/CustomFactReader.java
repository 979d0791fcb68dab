package io.redress.domain.dispute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.platform.phrase.Phrase;
import io.redress.platform.text.ClosestWord;
import io.redress.platform.text.EscapedText;
import io.redress.platform.text.InvisibleCharacters;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the facts of the seller's own, by their declared types. */
final class CustomFactReader {
  private static final Pattern DECIMAL = Pattern.compile("-?" + Range.DECIMAL);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MAX_NUMBER = BigDecimal.valueOf(1_000_000_000_000L);
  private static final int MAX_TEXT = 200;

  /** With more problems the client is broken, and looking for what it meant is a waste. */
  private static final int MAX_HINTS = 1_000;

  private final CustomFacts declared;
  private final List<FactProblem> problems;
  private final ValueReader values;

  CustomFactReader(CustomFacts declared, List<FactProblem> problems) {
    this.declared = declared;
    this.problems = problems;
    this.values = new ValueReader(problems);
  }

  /** Returns the values by name, in alphabetical order. */
  Map<String, Object> read(JsonNode object, String path) {
    Map<String, Object> values = new TreeMap<>();
    if (object instanceof ObjectNode facts) {
      facts
          .properties()
          .forEach(
              fact -> {
                Object value = value(fact.getKey(), fact.getValue(), path);
                if (value != null) {
                  values.put(fact.getKey(), value);
                }
              });
    } else if (!object.isMissingNode() && !object.isNull()) {
      problems.add(FactProblem.malformed(path, "request.noObject"));
    }
    return Collections.unmodifiableMap(values);
  }

  private @Nullable Object value(String name, JsonNode node, String path) {
    String pointer = path + "/" + EscapedText.visible(name).replace("~", "~0").replace("/", "~1");
    CustomFacts.Declared fact = declared.named(name).orElse(null);
    if (fact == null) {
      undeclared(name, pointer);
      return null;
    }
    if (node.isNull()) {
      return null;
    }
    return switch (fact.type()) {
      case BOOLEAN ->
          node.isBoolean() ? node.booleanValue() : wrongType(pointer, "request.sendBoolean");
      case INTEGER ->
          node.isIntegralNumber()
              ? integer(node.decimalValue(), pointer)
              : wrongType(pointer, "request.sendInteger");
      case DECIMAL -> decimal(node, pointer, MAX_NUMBER.negate(), MAX_NUMBER);
      case PERCENT -> decimal(node, pointer, BigDecimal.ZERO, HUNDRED);
      case ENUM, CODE, TEXT, DATE ->
          node.isTextual()
              ? text(fact, node.textValue(), pointer)
              : wrongType(pointer, "request.sendText");
    };
  }

  private void undeclared(String name, String pointer) {
    List<String> names = declared.names();
    if (names.isEmpty()) {
      problems.add(FactProblem.malformed(pointer, "request.noCustomFacts"));
      return;
    }
    Optional<String> near =
        problems.size() < MAX_HINTS ? ClosestWord.to(name, names) : Optional.empty();
    problems.add(
        near.map(meant -> FactProblem.malformed(pointer, "request.meantField", meant))
            .orElseGet(
                () ->
                    FactProblem.malformed(
                        pointer, "request.undeclaredFact", declared.listedNames())));
  }

  private @Nullable Object integer(BigDecimal number, String pointer) {
    BigDecimal checked = inRange(number, pointer, MAX_NUMBER.negate(), MAX_NUMBER);
    return checked == null ? null : checked.longValueExact();
  }

  /** Takes numbers and texts, as amounts are sent as texts and percentages as numbers. */
  private @Nullable Object decimal(
      JsonNode node, String pointer, BigDecimal minimum, BigDecimal maximum) {
    if (node.isNumber()) {
      return inRange(node.decimalValue(), pointer, minimum, maximum);
    }
    if (!node.isTextual()) {
      return wrongType(pointer, "request.sendNumber");
    }
    return DECIMAL.matcher(node.textValue()).matches()
        ? inRange(new BigDecimal(node.textValue()), pointer, minimum, maximum)
        : impossible(pointer, node.textValue(), "request.notDecimal");
  }

  private @Nullable BigDecimal inRange(
      BigDecimal number, String pointer, BigDecimal minimum, BigDecimal maximum) {
    if (number.compareTo(minimum) < 0 || number.compareTo(maximum) > 0) {
      return impossible(pointer, ValueReader.shown(number), "request.outOfRange", minimum, maximum);
    }
    return ValueReader.hasTooManyDecimals(number)
        ? impossible(
            pointer, ValueReader.shown(number), "request.tooManyDecimals", Range.MAX_DECIMALS)
        : number;
  }

  private @Nullable Object text(CustomFacts.Declared fact, String text, String pointer) {
    if (text.isBlank()) {
      return impossible(pointer, text, "request.empty");
    }
    if (text.length() > MAX_TEXT) {
      return impossible(pointer, text, "request.tooLong", MAX_TEXT);
    }
    if (InvisibleCharacters.anyInFreeText(text)) {
      return impossible(pointer, text, "request.invisible");
    }
    return switch (fact.type()) {
      case DATE -> values.date(text, pointer);
      case ENUM -> fact.allowed().contains(text) ? text : noWord(fact, text, pointer);
      case CODE ->
          CodeName.isValid(text)
              ? text
              : impossible(pointer, text, "request.form", Phrase.of("request.codeName"));
      default -> new CustomFacts.FreeText(text);
    };
  }

  private @Nullable Object noWord(CustomFacts.Declared fact, String text, String pointer) {
    String words = String.join(", ", fact.allowed());
    Optional<String> near = ClosestWord.to(text, fact.allowed());
    return near.isPresent()
        ? impossible(pointer, text, "request.meantWord", near.get(), words)
        : impossible(pointer, text, "request.notWord", words);
  }

  private <T> @Nullable T wrongType(String pointer, String suggestion) {
    problems.add(FactProblem.malformed(pointer, "request.wrongType", Phrase.of(suggestion)));
    return null;
  }

  private <T> @Nullable T impossible(String pointer, String value, String key, Object... rest) {
    Object[] arguments = new Object[rest.length + 1];
    arguments[0] = EscapedText.brief(value);
    System.arraycopy(rest, 0, arguments, 1, rest.length);
    problems.add(FactProblem.impossible(pointer, key, arguments));
    return null;
  }
}
