package io.redress.console.letters;

import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.letter.LetterEdit;
import io.redress.rules.letter.Letters;
import io.redress.rules.ruleset.RuleSetFiles;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A text of the letters in all languages, for its page.
 *
 * @param name one of its names
 * @param names all names that share it, in English
 */
record LetterTextView(
    StoredRuleSet ruleSet, String name, String names, List<InLanguage> languages) {
  private static final String FOLDER = "letters/";
  private static final String ENDING = ".txt";
  private static final String ENGLISH = FOLDER + "en" + ENDING;

  /** The text in a language. */
  record InLanguage(String file, String tag, String language, String text) {
    public boolean rightToLeft() {
      return List.of("ar", "he", "fa", "ur").contains(Locale.forLanguageTag(tag).getLanguage());
    }

    public long lines() {
      return Math.max(2, text.lines().mapToLong(line -> 1 + line.length() / 60).sum());
    }
  }

  /** A text in the list. */
  record Listed(String names, String name, String english) {}

  static boolean isLetter(String file) {
    return file.startsWith(FOLDER) && file.endsWith(ENDING);
  }

  /** The texts in English whose name or words contain what is sought. */
  static List<Listed> list(RuleSetFiles files, String query) {
    String sought = query.toLowerCase(Locale.ROOT).strip();
    byte[] english = Objects.requireNonNullElse(files.all().get(ENGLISH), new byte[0]);
    return LetterEdit.texts(english).entrySet().stream()
        .filter(
            one -> (one.getKey() + "\n" + one.getValue()).toLowerCase(Locale.ROOT).contains(sought))
        .map(one -> new Listed(one.getKey(), one.getKey().split(",", 2)[0], one.getValue()))
        .toList();
  }

  /** English first; empty languages if no file has the text. */
  static LetterTextView of(StoredRuleSet ruleSet, RuleSetFiles files, String name, Locale reader) {
    List<InLanguage> languages =
        files.all().keySet().stream()
            .filter(LetterTextView::isLetter)
            .filter(file -> LetterEdit.text(content(files, file), name).isPresent())
            .sorted(Comparator.comparing((String file) -> !file.equals(ENGLISH)))
            .map(file -> inLanguage(file, content(files, file), name, reader))
            .toList();
    String names =
        LetterEdit.texts(content(files, ENGLISH)).keySet().stream()
            .filter(all -> List.of(all.split(", ", -1)).contains(name))
            .findFirst()
            .orElse(name);
    return new LetterTextView(ruleSet, name, names, languages);
  }

  private static byte[] content(RuleSetFiles files, String file) {
    return Objects.requireNonNullElse(files.all().get(file), new byte[0]);
  }

  private static InLanguage inLanguage(String file, byte[] content, String name, Locale reader) {
    String tag = file.substring(FOLDER.length(), file.length() - ENDING.length());
    return new InLanguage(
        file,
        tag,
        Locale.forLanguageTag(tag).getDisplayName(reader),
        LetterEdit.text(content, name).orElse(""));
  }

  public List<String> placeholders() {
    return Letters.placeholders();
  }
}
