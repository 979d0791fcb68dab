package io.redress.rules.letter;

import io.redress.platform.text.ClosestWord;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that the placeholders of the seller's own, such as {@code {custom_tier}}, are declared.
 */
final class OwnPlaceholders {
  private static final Pattern OWN =
      Pattern.compile("\\{" + TextPart.Own.PREFIX + "([A-Za-z0-9_]*)\\}");

  private OwnPlaceholders() {}

  /**
   * @param declared names without {@code custom_}
   * @param problems receives a problem for each placeholder that is not declared
   */
  static void check(Map<String, byte[]> files, Set<String> declared, List<RuleProblem> problems) {
    new TreeMap<>(files)
        .forEach(
            (file, bytes) -> {
              if (LanguageReader.isLetters(file)) {
                LetterFile.read(file, bytes, new ArrayList<>())
                    .ifPresent(
                        texts ->
                            texts.values().forEach(text -> check(file, text, declared, problems)));
              }
            });
  }

  private static void check(
      String file, LetterFile.Text text, Set<String> declared, List<RuleProblem> problems) {
    for (Matcher own = OWN.matcher(text.body()); own.find(); ) {
      if (!declared.contains(own.group(1))) {
        int line =
            text.line()
                + (int) text.body().chars().limit(own.start()).filter(c -> c == '\n').count();
        String name = TextPart.Own.PREFIX + own.group(1);
        List<String> names =
            declared.stream().sorted().map(one -> TextPart.Own.PREFIX + one).toList();
        problems.add(
            RuleProblem.ofLine(
                file,
                line,
                ProblemCode.PLACEHOLDER_UNKNOWN,
                name,
                "there is no placeholder {" + name + "}.",
                ClosestWord.to(name, names)
                    .map(near -> "Did you mean {" + near + "}?")
                    .orElse("Declare it in facts.xlsx.")));
      }
    }
  }
}
