package io.redress.journal.read;

import io.redress.platform.phrase.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The labels of codes, in all languages in which pages show them. */
final class CodeLabels {
  private static final List<Locale> LANGUAGES = List.of(Locale.UK, Locale.SIMPLIFIED_CHINESE);

  /** The area of the labels. */
  private static final String WORDS = "word";

  /** Fewer characters are in too many labels. */
  private static final int MIN_LENGTH = 2;

  private CodeLabels() {}

  /** The codes whose label contains a text, ignoring case, in alphabetical order. */
  static Set<String> containing(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    Set<String> codes = new TreeSet<>();
    if (wanted.length() >= MIN_LENGTH) {
      for (Locale language : LANGUAGES) {
        Phrase.texts(WORDS, language)
            .forEach(
                (code, label) -> {
                  if (label.toLowerCase(Locale.ROOT).contains(wanted)) {
                    codes.add(code);
                  }
                });
      }
    }
    return codes;
  }
}
