package io.redress.source;

/** Characters that a person can not see, and that make two equal-looking texts differ. */
final class InvisibleCharacters {
  private InvisibleCharacters() {}

  static boolean anyIn(String text) {
    return text.codePoints().anyMatch(InvisibleCharacters::invisible);
  }

  /** As Unicode writes it, e.g. {@code U+00A0}. */
  static String firstIn(String text) {
    int found = text.codePoints().filter(InvisibleCharacters::invisible).findFirst().orElseThrow();
    return String.format("U+%04X", found);
  }

  private static boolean invisible(int character) {
    if (character == ' ' || character == '\n') {
      return false;
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
