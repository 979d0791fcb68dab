package io.redress.domain.dispute;

import java.util.regex.Pattern;

/** The form of names of peak seasons and closures, such as {@code SPRING_FESTIVAL}. */
public final class CalendarName {
  public static final String PATTERN = "[A-Z0-9_]+";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  private CalendarName() {}

  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }
}
