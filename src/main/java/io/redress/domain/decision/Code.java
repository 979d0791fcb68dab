package io.redress.domain.decision;

import java.util.regex.Pattern;

/**
 * The form of codes, which tables and letters choose: {@code LOST_IN_TRANSIT}. The journal has a
 * column of this length.
 */
public final class Code {
  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");

  private Code() {}

  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }
}
