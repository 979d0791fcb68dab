package io.redress.rules.letter;

import io.redress.domain.decision.Decision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of the placeholders in one letter, computed on first use. */
final class PlaceholderValues {
  private final Decision decision;
  private final Language language;
  private final LocaleFormat formats;
  private final @Nullable String[] texts = new String[Placeholder.values().length];
  private final Set<Placeholder> computed = EnumSet.noneOf(Placeholder.class);
  private final Set<Placeholder> written = EnumSet.noneOf(Placeholder.class);

  PlaceholderValues(Decision decision, Language language, LocaleFormat formats) {
    this.decision = decision;
    this.language = language;
    this.formats = formats;
  }

  /** Returns the formatted value; null when unknown. */
  @Nullable String text(Placeholder placeholder) {
    if (computed.add(placeholder)) {
      texts[placeholder.ordinal()] = format(placeholder.of(decision));
    }
    return texts[placeholder.ordinal()];
  }

  /** Returns the text of a known placeholder, and records that the letter has it. */
  String write(Placeholder placeholder) {
    written.add(placeholder);
    return String.valueOf(text(placeholder));
  }

  boolean isWritten(Placeholder placeholder) {
    return written.contains(placeholder);
  }

  void put(Placeholder placeholder, @Nullable String text) {
    computed.add(placeholder);
    texts[placeholder.ordinal()] = text;
  }

  /** Returns the number of a countable placeholder; 0 when unknown. */
  int count(Placeholder placeholder) {
    return placeholder.of(decision) instanceof Integer number ? number : 0;
  }

  /** Returns the formatted value of a fact or outcome of the seller's own; null when unknown. */
  @Nullable String own(String name) {
    Object value = decision.custom().get(name);
    if (value == null) {
      value = decision.assessment().dispute().custom().get(name);
    }
    if (value instanceof LocalDate day) {
      return formats.date(day);
    }
    if (value instanceof Long number) {
      return formats.number(number);
    }
    if (value instanceof BigDecimal number) {
      return formats.number(number);
    }
    return value == null ? null : value.toString();
  }

  /** Returns the value of a code; {@code other} when unknown. */
  String code(CodePlaceholder code) {
    return code.of(decision);
  }

  String pluralCategory(int count) {
    return formats.pluralCategory(count);
  }

  private @Nullable String format(@Nullable Object value) {
    if (value instanceof LocalDate day) {
      return formats.date(day);
    }
    if (value instanceof Integer number) {
      return formats.number(number);
    }
    if (value instanceof BigDecimal percent) {
      return formats.percent(percent);
    }
    if (value instanceof Placeholder.Amount amount) {
      return formats.money(amount.number(), amount.currency());
    }
    if (value instanceof Placeholder.TextName name) {
      return language.text(this, name.first(), name.second());
    }
    return (String) value;
  }
}
