package io.redress.platform.text;

import java.util.regex.Pattern;

/**
 * The form of ids that clients and people choose: of disputes, of requests and of test cases. They
 * are safe in logs, headers and addresses.
 */
public final class PlainId {
  public static final int MAX_LENGTH = 64;

  private static final String CHARACTERS = "A-Za-z0-9._:-";

  /** The form, apart from the length. */
  public static final String PATTERN = "[" + CHARACTERS + "]+";

  private static final Pattern FORM = Pattern.compile("[" + CHARACTERS + "]{1," + MAX_LENGTH + "}");
  private static final Pattern OTHERS = Pattern.compile("[^" + CHARACTERS + "]");

  private PlainId() {}

  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  /** A text cut to an id's length, with {@code ?} for each character that no id has. */
  public static String masked(String text) {
    String brief = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    return OTHERS.matcher(brief).replaceAll("?");
  }
}
