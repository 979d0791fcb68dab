package io.redress.cli.options;

import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for a rule set: the folder of the rules, and that of the test cases. */
public final class RuleSetFolders {
  @Mixin private RulesFolder rules = new RulesFolder();

  @Option(
      names = "--test-cases",
      paramLabel = "DIR",
      defaultValue = "${env:REDRESS_TEST_CASES_DIR:-test-cases}",
      description =
          "Folder of the test cases, which are part of the rule set's version (default:"
              + " ${DEFAULT-VALUE}).")
  private Path testCases = Path.of("test-cases");

  /**
   * Reads the files.
   *
   * @param problems receives all problems
   */
  public RuleSetFiles read(List<RuleProblem> problems) {
    return RuleSetFiles.read(rules.path(), testCases, problems);
  }

  /** Both folders, as they were named. */
  @Override
  public String toString() {
    return rules.path() + " and " + testCases;
  }
}
