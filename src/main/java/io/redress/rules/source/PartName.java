package io.redress.rules.source;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/** Names of a workbook's parts, as relationships refer to them. */
public final class PartName {
  private PartName() {}

  /**
   * Returns the name of the part that a relationship refers to.
   *
   * @param folder of the part that has the relationship, with a slash at its end, or empty
   * @param target as it is written: from the folder or from the root, with blanks encoded or not
   * @param exists whether there is a part of a name
   */
  public static String resolved(String folder, String target, Predicate<String> exists) {
    String path = target.replace('\\', '/');
    Deque<String> steps = new ArrayDeque<>();
    for (String step : (path.startsWith("/") ? path : folder + path).split("/", -1)) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    String name = String.join("/", steps);
    String decoded = decoded(name);
    return !exists.test(name) && exists.test(decoded) ? decoded : name;
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return name;
    }
  }
}
