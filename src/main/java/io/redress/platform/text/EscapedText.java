package io.redress.platform.text;

/** Shows what a client sent so that an answer, a log or a terminal can repeat it safely. */
public final class EscapedText {
  private static final int MAX_CHARACTERS = 60;

  private EscapedText() {}

  /** At most 60 characters, all of them visible and on one line. */
  public static String brief(String sent) {
    return sent.codePointCount(0, sent.length()) > MAX_CHARACTERS
        ? visible(sent.substring(0, sent.offsetByCodePoints(0, MAX_CHARACTERS))) + "..."
        : visible(sent);
  }

  /** Each invisible character as its number, e.g. {@code U+202E}. */
  public static String visible(String sent) {
    StringBuilder visible = new StringBuilder();
    sent.codePoints()
        .forEach(
            character -> {
              if (InvisibleCharacters.invisibleInFreeText(character)) {
                visible.append(String.format("U+%04X", character));
              } else {
                visible.appendCodePoint(character);
              }
            });
    return visible.toString();
  }
}
