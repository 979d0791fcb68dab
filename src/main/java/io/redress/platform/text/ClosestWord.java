package io.redress.platform.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that a mistyped one may have meant, and suggests it. */
public final class ClosestWord {
  /** Shorter words are close to too many: UK is no slip for CK. */
  private static final int SHORT = 4;

  private ClosestWord() {}

  /**
   * The word that looks the same in letters of another alphabet, else the closest by edit distance;
   * empty when none is close.
   */
  public static Optional<String> to(String typed, Collection<String> words) {
    return Lookalike.of(typed, words).or(() -> byEdits(typed, words));
  }

  /** {@code Did you mean LOST?}, or the words to choose from. */
  public static String advice(String typed, Collection<String> words) {
    String some = words.size() == 1 ? "Use " : "Use one of ";
    return advice(typed, words, some + String.join(", ", words) + ".");
  }

  /**
   * {@code Did you mean LOST?}
   *
   * @param otherwise the advice when no word is close
   */
  public static String advice(String typed, Collection<String> words, String otherwise) {
    return to(typed, words).map(closest -> "Did you mean " + closest + "?").orElse(otherwise);
  }

  /** {@code Did you mean LOST? } to put before other advice; empty when no word is close. */
  public static String hint(String typed, Collection<String> words) {
    return to(typed, words).map(closest -> "Did you mean " + closest + "? ").orElse("");
  }

  private static Optional<String> byEdits(String typed, Collection<String> words) {
    String plain = typed.toUpperCase(Locale.ROOT);
    int third = typed.length() / 3;
    int near = typed.length() < SHORT ? third : Math.max(2, third);
    return words.stream()
        .map(word -> new Candidate(word, distance(plain, word.toUpperCase(Locale.ROOT))))
        .filter(candidate -> candidate.distance <= near)
        .min(
            Comparator.comparingInt(Candidate::distance)
                .thenComparing(candidate -> !sameLetters(plain, candidate.word)))
        .map(Candidate::word);
  }

  /** Two letters in the wrong order are two edits, but one slip. */
  private static boolean sameLetters(String plain, String word) {
    int[] typed = plain.chars().sorted().toArray();
    return Arrays.equals(typed, word.toUpperCase(Locale.ROOT).chars().sorted().toArray());
  }

  private record Candidate(String word, int distance) {}

  /** Levenshtein distance: characters inserted, left out or replaced. */
  private static int distance(String left, String right) {
    int[] above = new int[right.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = above[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[right.length()];
  }
}
