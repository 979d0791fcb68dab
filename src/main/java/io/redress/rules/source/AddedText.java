package io.redress.rules.source;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts that a number format puts around a value, and whether these say more than its unit. */
final class AddedText {
  /** Signs in a text around a number that make it another one, or a condition. */
  private static final Pattern SIGNS =
      Pattern.compile(
          "[-+<>=\u2264\u2265\u2260\u2248~\u00B1\u2012-\u2015\u2212\u2030()]|\\p{N}|[\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u767E\u5343\u4E07\u842C\u4EBF\u5104]");

  private static final Set<String> MULTIPLES =
      Set.of(
          "k",
          "m",
          "mio",
          "mln",
          "mrd",
          "bn",
          "tsd",
          "t",
          "thousand",
          "million",
          "\u0442\u044B\u0441",
          "\u043C\u043B\u043D");

  /** Three letters of a currency, with a country at most: {@code USD}, {@code US$}, {@code kr}. */
  private static final Pattern CURRENCY =
      Pattern.compile(
          "[A-Z]{0,3}\\p{Sc}|[A-Z]{3}|kr\\.?|Fr\\.?|z\u0142|K\u010D|Ft|lei|\u5143|\u5186");

  /** Signs around a date that make it a limit or another date. */
  private static final Pattern LIMITS =
      Pattern.compile("[+<>=\u2264\u2265\u2260\u2248~\u00B1]|\\p{N}");

  /** Words in front of a date that say no more than the date: those of {@code on}. */
  private static final Set<String> ARTICLES =
      Set.of("on", "the", "am", "den", "der", "le", "el", "il", "dne", "em");

  private AddedText() {}

  /** Whether a text in front of a number says more than its currency, or its sign. */
  static boolean changesNumber(String prefix, BigDecimal number) {
    String plain = plain(prefix, number);
    boolean plus = plain.equals("+") && number.signum() >= 0;
    return !plain.isEmpty() && !plus && !CURRENCY.matcher(plain).matches();
  }

  /** Whether a text behind a number says more than its unit. */
  static boolean changesNumberBehind(String suffix, BigDecimal number) {
    String plain = plain(suffix, number);
    return SIGNS.matcher(plain).find()
        || MULTIPLES.contains(plain.toLowerCase(Locale.ROOT).replace(".", ""));
  }

  /** Whether texts in front of a date and behind it make it more than the date. */
  static boolean changesDate(String prefix, String suffix) {
    String word = prefix.strip().toLowerCase(Locale.ROOT);
    boolean inFront =
        LIMITS.matcher(word).find()
            || word.codePoints().anyMatch(Character::isLetter) && !ARTICLES.contains(word);
    return inFront || LIMITS.matcher(suffix).find();
  }

  /** A text without what only shows that the number is negative. */
  private static String plain(String text, BigDecimal number) {
    String plain = text.replace('\u00A0', ' ');
    return (number.signum() < 0 ? plain.replaceAll("[-\u2212()]", "") : plain).strip();
  }
}
