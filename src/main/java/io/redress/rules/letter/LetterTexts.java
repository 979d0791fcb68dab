package io.redress.rules.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts of a language with the values of one letter, and ways to join them. */
record LetterTexts(Language language, PlaceholderValues values) {
  /** The first text of these names that can be written; null when there is none. */
  @Nullable String text(String... names) {
    return language.text(values, names);
  }

  /** All items as one phrase; null when there are none. */
  @Nullable String enumerated(List<? extends @Nullable String> items) {
    String all = null;
    for (int i = 0; i < items.size(); i++) {
      all = joined(i == items.size() - 1 ? "join.and" : "join.comma", all, items.get(i));
    }
    return all;
  }

  /** Two sentences after each other, or the one that is there. */
  @Nullable String sentences(@Nullable String first, @Nullable String second) {
    return joined("join.sentences", first, second);
  }

  private @Nullable String joined(String how, @Nullable String first, @Nullable String second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    values.put(Placeholder.FIRST, first);
    values.put(Placeholder.SECOND, second);
    return text(how);
  }
}
