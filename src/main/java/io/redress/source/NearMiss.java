package io.redress.source;

import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;

/** Tells whether a person would take one word for another, as Unicode's confusables have it. */
final class NearMiss {
  private static final SpoofChecker LOOKS = new SpoofChecker.Builder().build();

  private NearMiss() {}

  /** Whether a text is a word but for capitals, marks, blanks, and letters that look alike. */
  static boolean of(String word, String text) {
    return look(word).equals(look(text.replaceAll("[^\\p{L}\\p{N}]", "")));
  }

  private static String look(String text) {
    return LOOKS.getSkeleton(LOOKS.getSkeleton(text).toLowerCase(Locale.ROOT));
  }
}
