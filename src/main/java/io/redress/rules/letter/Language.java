package io.redress.rules.letter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All letter texts of one language.
 *
 * @param locale of the file that holds them
 * @param texts by name
 */
record Language(Locale locale, Map<String, List<TextPart>> texts) {
  Language {
    texts = Map.copyOf(texts);
  }

  boolean has(String name) {
    return texts.containsKey(name);
  }

  /** Whether the text of this name exists and mentions one of the placeholders. */
  boolean names(Set<Placeholder> placeholders, String name) {
    return texts.getOrDefault(name, List.of()).stream()
        .flatMap(TextPart::placeholders)
        .anyMatch(placeholders::contains);
  }

  /**
   * Returns the first text of these names that exists and whose placeholders are known; null when
   * there is none.
   */
  @Nullable String text(PlaceholderValues values, String... names) {
    for (String name : names) {
      List<TextPart> parts = texts.get(name);
      if (parts != null && TextPart.known(parts, values)) {
        StringBuilder written = new StringBuilder(256);
        TextPart.write(parts, values, written);
        if (!written.toString().isBlank()) {
          return written.toString().strip();
        }
      }
    }
    return null;
  }
}
