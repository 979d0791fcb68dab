package io.redress.rules.ruleset;

import io.redress.platform.text.InvisibleCharacters;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds files that somebody takes for a part of the rules, but that nobody would read. */
final class StrayFiles {
  private static final Pattern MACROS = Pattern.compile("(?i).*[.](xlsm|xltm|xlam)");
  private static final Pattern WORKBOOK =
      Pattern.compile("(?i).*[.](xlsx?|xlsb|xltx?|f?ods|csv|tsv|numbers)");

  /** What is neither is somebody's own business, such as a README. */
  private static final Pattern MEANT =
      Pattern.compile("(?i).*[.](drl|drt|dsl|rdrl|ya?ml)|letters?/.*|.*/.*[.]txt");

  private StrayFiles() {}

  /** What is wrong with the names of a rule set's files. */
  static List<RuleProblem> among(Collection<String> names) {
    return names.stream().flatMap(name -> problem(name).stream()).toList();
  }

  private static Optional<RuleProblem> problem(String name) {
    if (InvisibleCharacters.anyIn(name)) {
      return refused(
          name,
          ProblemCode.BAD_FILE_NAME,
          "the name holds a character that can not be seen.",
          "Rename the file.");
    }
    if (RuleSetFiles.reads(name)) {
      return Optional.empty();
    }
    if (MACROS.matcher(name).matches()) {
      return refused(
          name,
          ProblemCode.MACROS,
          "the workbook may hold macros.",
          "Save it as .xlsx without macros.");
    }
    if (WORKBOOK.matcher(name).matches()) {
      return refused(
          name,
          ProblemCode.NOT_A_WORKBOOK,
          "tables are read from files ending in .xlsx only.",
          "Save it as .xlsx, in small letters.");
    }
    return MEANT.matcher(name).matches()
        ? refused(
            name,
            ProblemCode.UNKNOWN_FILE,
            "nobody reads a file of this name.",
            "Use *.xlsx, *.drl, letters/*.txt and "
                + RuleSetFiles.INVARIANTS
                + ", or keep it elsewhere.")
        : Optional.empty();
  }

  private static Optional<RuleProblem> refused(
      String name, ProblemCode code, String message, String suggestion) {
    return Optional.of(RuleProblem.ofFile(name, code, message, suggestion));
  }
}
