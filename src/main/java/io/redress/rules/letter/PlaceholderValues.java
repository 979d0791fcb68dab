package io.redress.rules.letter;

import io.redress.domain.decision.Decision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the placeholders stand for in one letter, each worked out when it is first needed. */
final class PlaceholderValues {
  private final Decision decision;
  private final Language language;
  private final LocaleFormat formats;
  private final @Nullable String[] texts = new String[Placeholder.values().length];
  private final Set<Placeholder> workedOut = EnumSet.noneOf(Placeholder.class);
  private final Set<Placeholder> told = EnumSet.noneOf(Placeholder.class);

  PlaceholderValues(Decision decision, Language language, LocaleFormat formats) {
    this.decision = decision;
    this.language = language;
    this.formats = formats;
  }

  /** As the letter's language writes it; null where it is not known. */
  @Nullable String text(Placeholder placeholder) {
    if (workedOut.add(placeholder)) {
      texts[placeholder.ordinal()] = written(placeholder.of(decision));
    }
    return texts[placeholder.ordinal()];
  }

  /** The text of a placeholder that is known, which the letter then has told. */
  String tell(Placeholder placeholder) {
    told.add(placeholder);
    return String.valueOf(text(placeholder));
  }

  boolean told(Placeholder placeholder) {
    return told.contains(placeholder);
  }

  void put(Placeholder placeholder, @Nullable String text) {
    workedOut.add(placeholder);
    texts[placeholder.ordinal()] = text;
  }

  /** The number behind a countable placeholder that is known. */
  int count(Placeholder placeholder) {
    return placeholder.of(decision) instanceof Integer number ? number : 0;
  }

  String pluralCategory(int count) {
    return formats.pluralCategory(count);
  }

  private @Nullable String written(@Nullable Object value) {
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
