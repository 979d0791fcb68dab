package io.redress.journal.write;

import io.redress.domain.dispute.CustomFacts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A fact or outcome of the seller's own, as searches and exports of the journal have it.
 *
 * @param name without {@code custom.}
 * @param text the value in one form only, such as {@code 12.5} for 12.50
 */
public record CustomValue(String name, Kind kind, String text) {
  /** What the database stores; only codes of tables could be longer. */
  private static final int MAX_TEXT = 200;

  /** How the text is to be read. */
  public enum Kind {
    WORD,
    BOOLEAN,
    NUMBER,
    DATE
  }

  /** All values that are not personal data: those of all types but free texts. */
  static List<CustomValue> of(Map<String, Object> facts, Map<String, Object> outcomes) {
    List<CustomValue> values = new ArrayList<>();
    facts.forEach((name, value) -> add(values, name, value));
    outcomes.forEach((name, value) -> add(values, name, value));
    return List.copyOf(values);
  }

  private static void add(List<CustomValue> values, String name, Object value) {
    if (value instanceof BigDecimal number) {
      values.add(new CustomValue(name, Kind.NUMBER, plain(number)));
    } else if (value instanceof Long number) {
      values.add(new CustomValue(name, Kind.NUMBER, number.toString()));
    } else if (value instanceof Boolean yes) {
      values.add(new CustomValue(name, Kind.BOOLEAN, yes.toString()));
    } else if (value instanceof LocalDate day) {
      values.add(new CustomValue(name, Kind.DATE, day.toString()));
    } else if (!(value instanceof CustomFacts.FreeText)) {
      String word = value.toString();
      values.add(
          new CustomValue(name, Kind.WORD, word.substring(0, Math.min(MAX_TEXT, word.length()))));
    }
  }

  /** Returns a number in the form that the journal stores. */
  public static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Returns the value with its type: Boolean, BigDecimal, LocalDate or String. */
  public Object value() {
    return switch (kind) {
      case WORD -> text;
      case BOOLEAN -> Boolean.valueOf(text);
      case NUMBER -> new BigDecimal(text);
      case DATE -> LocalDate.parse(text);
    };
  }
}
