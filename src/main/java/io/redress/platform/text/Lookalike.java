package io.redress.platform.text;

import com.ibm.icu.text.SpoofChecker;
import java.lang.Character.UnicodeScript;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Recognises texts that look like a word but are written otherwise: Unicode's confusables. */
public final class Lookalike {
  private static final Set<UnicodeScript> ALIKE =
      Set.of(
          UnicodeScript.LATIN,
          UnicodeScript.GREEK,
          UnicodeScript.CYRILLIC,
          UnicodeScript.ARMENIAN,
          UnicodeScript.CHEROKEE);

  /** More than any list of words holds; beyond it, skeletons are computed each time. */
  private static final int MAX_REMEMBERED = 4_096;

  private static final Map<String, String> SKELETONS = new ConcurrentHashMap<>();
  private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();

  private Lookalike() {}

  /** The word that a text looks like but is not, because it has letters of another alphabet. */
  public static Optional<String> of(String text, Collection<String> words) {
    if (foreignLetter(text).isEmpty()) {
      return Optional.empty();
    }
    String skeleton = skeleton(text);
    return words.stream().filter(word -> skeletonOf(word).equals(skeleton)).findFirst();
  }

  /** Whether a text mixes letters of the alphabets that look alike. */
  public static boolean mixesAlphabets(String text) {
    return text.codePoints().mapToObj(UnicodeScript::of).filter(ALIKE::contains).distinct().count()
            > 1
        || text.codePoints().anyMatch(Lookalike::isFullWidth);
  }

  /** Letters of the width of Chinese ones. */
  private static boolean isFullWidth(int character) {
    return character >= 0xFF01 && character <= 0xFF5E;
  }

  /** Whether a text holds a letter beyond ASCII that may look like one of ASCII. */
  public static boolean holdsForeignLetter(String text) {
    return text.codePoints()
        .filter(character -> character > 127 && Character.isLetterOrDigit(character))
        .anyMatch(
            character -> isFullWidth(character) || ALIKE.contains(UnicodeScript.of(character)));
  }

  /** The first character beyond ASCII, such as {@code U+041E}: it may look like one of ASCII. */
  public static Optional<String> foreignLetter(String text) {
    return text.codePoints()
        .filter(character -> character > 127)
        .mapToObj(character -> String.format("U+%04X", character))
        .findFirst();
  }

  /** Whether a text is a word but for case, punctuation, blanks, and letters that look alike. */
  public static boolean looksLike(String word, String text) {
    return skeletonOf(word).equals(skeleton(text));
  }

  /** Words are few, and each is compared with many texts. */
  private static String skeletonOf(String word) {
    String known = SKELETONS.get(word);
    if (known != null) {
      return known;
    }
    String skeleton = skeleton(word);
    if (SKELETONS.size() < MAX_REMEMBERED) {
      SKELETONS.put(word, skeleton);
    }
    return skeleton;
  }

  private static String skeleton(String text) {
    String letters = text.replaceAll("[^\\p{L}\\p{N}]", "");
    return CONFUSABLES.getSkeleton(CONFUSABLES.getSkeleton(letters).toLowerCase(Locale.ROOT));
  }
}
