package io.redress.platform.text;

import com.ibm.icu.text.SpoofChecker;
import java.lang.Character.UnicodeScript;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the word that a text was meant to be: one that looks like it, or is a slip away. */
public final class NearMiss {
  private static final Set<UnicodeScript> ALIKE =
      Set.of(
          UnicodeScript.LATIN,
          UnicodeScript.GREEK,
          UnicodeScript.CYRILLIC,
          UnicodeScript.ARMENIAN,
          UnicodeScript.CHEROKEE);

  private static final Map<String, String> WORDS = new ConcurrentHashMap<>();
  private static final SpoofChecker LOOKS = new SpoofChecker.Builder().build();

  private NearMiss() {}

  /** The word that a text looks like, else the closest one; empty when none is near. */
  public static Optional<String> to(String text, Collection<String> words) {
    return disguised(text, words).or(() -> Closest.to(text, words));
  }

  /** The word that a text looks like, but is not, as it has letters of another alphabet. */
  public static Optional<String> disguised(String text, Collection<String> words) {
    if (foreignLetter(text).isEmpty()) {
      return Optional.empty();
    }
    String look = look(text);
    return words.stream().filter(word -> lookOf(word).equals(look)).findFirst();
  }

  /** Whether a text mixes letters of the alphabets that look alike. */
  public static boolean mixesAlphabets(String text) {
    return text.codePoints().mapToObj(UnicodeScript::of).filter(ALIKE::contains).distinct().count()
            > 1
        || text.codePoints().anyMatch(NearMiss::isFullWidth);
  }

  /** Letters of the width of Chinese ones. */
  private static boolean isFullWidth(int character) {
    return character >= 0xFF01 && character <= 0xFF5E;
  }

  /** The first character beyond ASCII, such as {@code U+041E}: it may look like one of ASCII. */
  public static Optional<String> foreignLetter(String text) {
    return text.codePoints()
        .filter(character -> character > 127)
        .mapToObj(character -> String.format("U+%04X", character))
        .findFirst();
  }

  /**
   * Whether a text is a word but for capitals, marks, blanks, and letters that look alike, as
   * Unicode's confusables have it.
   */
  public static boolean looksLike(String word, String text) {
    return lookOf(word).equals(look(text));
  }

  /** Words are few, and each is compared with many texts. */
  private static String lookOf(String word) {
    return WORDS.computeIfAbsent(word, NearMiss::look);
  }

  private static String look(String text) {
    String letters = text.replaceAll("[^\\p{L}\\p{N}]", "");
    return LOOKS.getSkeleton(LOOKS.getSkeleton(letters).toLowerCase(Locale.ROOT));
  }
}
