package io.redress.platform.text;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Characters that a reader cannot see: they make two equal-looking texts differ, or turn around
 * what follows them.
 *
 * <p>Cells, names of files and whatever else has to be exact hold none at all: {@link #anyIn},
 * {@link #removedFrom}, {@link #shownIn}. Free text, which people write in any language, holds
 * joiners, special blanks and characters newer than this Java: {@link #anyInFreeText}, {@link
 * #removedFromFreeText}, {@link #blankedInFreeText}.
 */
public final class InvisibleCharacters {
  /**
   * Letters and symbols by category that show as nothing: joiners, fillers, an empty Braille cell.
   */
  private static final String BLANK = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

  private static final Pattern BLANKS_AT_ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

  private InvisibleCharacters() {}

  public static boolean anyIn(String text) {
    return text.codePoints().anyMatch(InvisibleCharacters::invisible);
  }

  /** What a person sees of a text. */
  public static String removedFrom(String text) {
    return text.codePoints()
        .filter(character -> !invisible(character))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A text in which all characters can be seen, such as {@code LOST\\u200B}. */
  public static String shownIn(String text) {
    return text.codePoints()
        .mapToObj(
            character ->
                invisible(character)
                    ? String.format("\\u%04X", character)
                    : Character.toString(character))
        .collect(Collectors.joining());
  }

  /** The same in one line, for lists and logs. */
  public static String lineOf(String text) {
    return shownIn(text).replace("\n", "\\n");
  }

  /** As Unicode writes it, e.g. {@code U+00A0}. */
  public static String firstIn(String text) {
    int found = text.codePoints().filter(InvisibleCharacters::invisible).findFirst().orElseThrow();
    return String.format("U+%04X", found);
  }

  /** What is wrong with a text that holds one. */
  public static String complaint(String text) {
    return "the text holds an invisible character: " + firstIn(text) + ".";
  }

  /** Whether free text on one line holds any; a line break is one. */
  public static boolean anyInFreeText(String text) {
    return text.codePoints().anyMatch(InvisibleCharacters::invisibleInFreeText);
  }

  /** Free text of several lines without them. */
  public static String removedFromFreeText(String text) {
    return text.codePoints()
        .filter(character -> character == '\n' || !invisibleInFreeText(character))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Free text of several lines as people see it: without them, and without blanks at its ends. */
  public static String seenInFreeText(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    return BLANKS_AT_ENDS.matcher(removedFromFreeText(lines)).replaceAll("");
  }

  /** Free text on one line, with a blank for each of them. */
  public static String blankedInFreeText(String text) {
    return text.codePoints()
        .map(character -> invisibleInFreeText(character) ? ' ' : character)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Joiners are visible by what they join: Persian, Hindi and family emoji need them. */
  static boolean invisibleInFreeText(int character) {
    return character != '\u200C' && character != '\u200D' && controls(character);
  }

  private static boolean invisible(int character) {
    if (character == ' ' || character == '\n') {
      return false;
    }
    return switch (Character.getType(character)) {
      case Character.PRIVATE_USE, Character.UNASSIGNED, Character.SPACE_SEPARATOR -> true;
      default -> controls(character) || BLANK.indexOf(character) >= 0;
    };
  }

  /** Characters that change what is around them, or end a line, and are halves of others. */
  private static boolean controls(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
