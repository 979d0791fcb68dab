package io.redress.domain.dispute;

import java.util.regex.Pattern;

/**
 * The form of names that sellers choose: of peak seasons and closures, such as {@code
 * SPRING_FESTIVAL}, of platforms, and of categories.
 */
public final class CodeName {
  public static final String PATTERN = "[A-Z0-9_]+";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  private CodeName() {}

  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }
}
