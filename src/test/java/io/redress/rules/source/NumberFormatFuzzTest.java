package io.redress.rules.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Formats put together from parts whose meaning is known, with all that means nothing around. */
class NumberFormatFuzzTest {
  private static final int FORMATS = 4_000;

  /** Colours, languages, blanks and fillings. */
  private static final List<String> UNSEEN =
      List.of("", "", "[Red]", "[Color10]", "[$-409]", "[$-FC19]", "_)", "_%", "_-", "* ", "_d");

  private static final List<String> UNITS =
      List.of("", "", "\" days\"", "\"%\"", "\\%", "\\ \\d", "\" yyyy\"", "\";\"", "\" h\"", "_m");

  private static final List<String> ADDED = List.of("\"> \"", "\"not \"", "\\<", "\\~", "\"1\"");

  private static final List<String> NUMBERS = List.of("0", "#,##0", "0.00", "General", "0.0##");
  private static final List<String> PERCENTAGES = List.of("0%", "0.00%", "0\\ %", "#,##0.0_ %");
  private static final List<String> DATES =
      List.of("yyyy-mm-dd", "dd\\.mm\\.yyyy", "d/m/yy h:mm AM/PM", "[h]:mm", "yyyy\"\u5E74\"m");

  private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "=", "<>");
  private static final List<String> LIMITS = List.of("0", "0.1", "1", "5", "-5", "100");
  private static final List<BigDecimal> VALUES =
      List.of("7", "0.07", "0", "-5", "1", "100", "46000").stream().map(BigDecimal::new).toList();

  private final Random random = new Random(2026);

  private enum Meaning {
    NUMBER,
    PERCENTAGE,
    DATE
  }

  /**
   * A section as it is made up.
   *
   * @param comparison its condition; empty for none
   */
  private record Part(Meaning meaning, String comparison, BigDecimal limit, String code) {
    boolean accepts(BigDecimal number) {
      int order = number.compareTo(limit);
      return switch (comparison) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        case ">=" -> order >= 0;
        case "=" -> order == 0;
        default -> order != 0;
      };
    }
  }

  @Test
  void eachNumberIsReadAsTheSectionShowsThatIsForIt() {
    for (int i = 0; i < FORMATS; i++) {
      List<Part> parts = parts();
      String code =
          parts.stream().map(Part::code).collect(Collectors.joining(";"))
              + (parts.size() == 3 && random.nextBoolean() ? ";@" : "");
      NumberFormat format = NumberFormat.of(code);
      for (BigDecimal value : VALUES) {
        Meaning meaning = section(parts, value).meaning;
        assertThat(format.isDate(value))
            .as("%s in %s is a date", value, code)
            .isEqualTo(meaning == Meaning.DATE);
        assertThat(format.isPercent(value))
            .as("%s in %s is a percentage", value, code)
            .isEqualTo(meaning == Meaning.PERCENTAGE);
        boolean exact = value.signum() >= 0 && value.scale() == 0 && meaning != Meaning.DATE;
        if (exact) {
          assertThat(format.misleading(value)).as("%s in %s", value, code).isEmpty();
        }
      }
      assertThat(format.insteadOf("LOST")).as(code).isEmpty();
    }
  }

  @Test
  void whatIsAddedInFrontIsFoundInEverySection() {
    for (int i = 0; i < FORMATS; i++) {
      Meaning meaning = one(List.of(Meaning.values()));
      String code = one(UNSEEN) + one(ADDED) + one(UNSEEN) + body(meaning);
      NumberFormat format = NumberFormat.of(code);

      assertThat(
              meaning == Meaning.DATE
                  ? format.addedToDate(BigDecimal.TEN, "1900-01-10")
                  : format.misleading(BigDecimal.TEN))
          .as(code)
          .isPresent();
    }
  }

  @Test
  void anyCharactersAreAFormat() {
    String alphabet = "0#?.,%;@\"\\_*[]$-<>=/eE+ydmhsaAMP/ General\u5E74\uD83D";
    for (int i = 0; i < FORMATS; i++) {
      String code =
          random
              .ints(random.nextInt(12), 0, alphabet.length())
              .mapToObj(at -> alphabet.substring(at, at + 1))
              .collect(Collectors.joining());
      NumberFormat format = NumberFormat.of(code);
      for (BigDecimal value : VALUES) {
        assertThat(format.isDate(value) && format.isPercent(value)).as(code).isFalse();
        assertThat(format.misleading(value)).as(code).isNotNull();
        assertThat(format.addedToDate(value, "2026-03-05")).as(code).isNotNull();
      }
      assertThat(format.insteadOf("LOST")).as(code).isNotNull();
    }
  }

  /** One to three sections; conditions are on all but the last, or on none. */
  private List<Part> parts() {
    int count = 1 + random.nextInt(3);
    boolean conditions = random.nextBoolean();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Meaning meaning = one(List.of(Meaning.values()));
      String comparison = conditions && i < count - 1 ? one(COMPARISONS) : "";
      String limit = one(LIMITS);
      String condition = comparison.isEmpty() ? "" : "[" + comparison + limit + "]";
      String unit = meaning == Meaning.DATE ? "" : one(UNITS);
      String code = one(UNSEEN) + condition + one(UNSEEN) + body(meaning) + unit + one(UNSEEN);
      parts.add(new Part(meaning, comparison, new BigDecimal(limit), code));
    }
    return parts;
  }

  private String body(Meaning meaning) {
    return switch (meaning) {
      case NUMBER -> one(NUMBERS);
      case PERCENTAGE -> one(PERCENTAGES);
      case DATE -> one(DATES);
    };
  }

  /** The section for a number, as Excel's documentation has it. */
  private static Part section(List<Part> parts, BigDecimal number) {
    if (parts.get(0).comparison.isEmpty()) {
      int rest = parts.size() == 3 && number.signum() == 0 ? 2 : 0;
      return parts.get(parts.size() > 1 && number.signum() < 0 ? 1 : rest);
    }
    return parts.stream()
        .filter(part -> part.comparison.isEmpty() || part.accepts(number))
        .findFirst()
        .orElseThrow();
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
