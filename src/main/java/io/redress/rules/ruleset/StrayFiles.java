package io.redress.rules.ruleset;

import io.redress.platform.text.InvisibleCharacters;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds files that look like a part of the rule set, but would be ignored. */
final class StrayFiles {
  private static final Pattern MACROS = Pattern.compile("(?i).*[.](xlsm|xltm|xlam)");
  private static final Pattern WORKBOOK =
      Pattern.compile("(?i).*[.](xlsx?|xlsb|xltx?|f?ods|csv|tsv|numbers)");

  /** Other names are ignored without a problem, such as a README. */
  private static final Pattern RULES_LIKE =
      Pattern.compile("(?i).*[.](drl|drt|dsl|rdrl|ya?ml)|letters?/.*|.*/.*[.]txt");

  private StrayFiles() {}

  /** Returns problems with the names of the files of a rule set. */
  static List<RuleProblem> among(Collection<String> names) {
    return names.stream().flatMap(name -> problem(name).stream()).toList();
  }

  private static Optional<RuleProblem> problem(String name) {
    if (InvisibleCharacters.anyIn(name)) {
      return rejected(
          name,
          ProblemCode.BAD_FILE_NAME,
          "the name holds an invisible character.",
          "Rename the file.");
    }
    if (RuleSetFiles.reads(name)) {
      return Optional.empty();
    }
    if (MACROS.matcher(name).matches()) {
      return rejected(
          name,
          ProblemCode.MACROS,
          "the workbook may hold macros.",
          "Save it as .xlsx without macros.");
    }
    if (WORKBOOK.matcher(name).matches()) {
      return rejected(
          name,
          ProblemCode.NOT_A_WORKBOOK,
          "only files ending in .xlsx are read as tables.",
          "Save it as .xlsx, in lower case.");
    }
    return RULES_LIKE.matcher(name).matches()
        ? rejected(
            name,
            ProblemCode.UNKNOWN_FILE,
            "unsupported file name.",
            "Use *.xlsx, *.drl, letters/*.txt, "
                + RuleSetFiles.INVARIANTS
                + ", "
                + RuleSetFiles.GATES
                + " and "
                + RuleSetFiles.KPIS
                + ", or keep it elsewhere.")
        : Optional.empty();
  }

  private static Optional<RuleProblem> rejected(
      String name, ProblemCode code, String message, String suggestion) {
    return Optional.of(RuleProblem.ofFile(name, code, message, suggestion));
  }
}
