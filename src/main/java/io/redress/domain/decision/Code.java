package io.redress.domain.decision;

import java.util.regex.Pattern;

/** The form of codes, which tables and letters choose: {@code LOST_IN_TRANSIT}. */
public final class Code {
  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]*");

  private Code() {}

  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }
}
