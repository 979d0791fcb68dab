package io.redress.platform.text;

import java.util.stream.Collectors;

/** Characters that a person can not see, and that make two equal-looking texts differ. */
public final class InvisibleCharacters {
  /**
   * Letters and symbols by category that show as nothing: joiners, fillers, an empty Braille cell.
   */
  private static final String BLANK = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

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
    return "the text holds a character that can not be seen: " + firstIn(text) + ".";
  }

  private static boolean invisible(int character) {
    if (character == ' ' || character == '\n') {
      return false;
    }
    if (BLANK.indexOf(character) >= 0) {
      return true;
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
