package io.redress.cli;

import io.redress.ruleset.RuleFiles;
import io.redress.ruleset.RuleSet;
import io.redress.source.RuleProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says where the rules are. */
final class RulesFolder {
  @Option(
      names = "--rules",
      paramLabel = "DIR",
      defaultValue = "${env:REDRESS_RULES_DIR:-rules}",
      description = "Folder of the rule set (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("rules");

  /** The rule set; when it has faults, nothing, and a line for each of them. */
  Optional<RuleSet> read(PrintWriter errors) {
    List<RuleProblem> problems = new ArrayList<>();
    Optional<RuleSet> ruleSet = RuleSet.read(RuleFiles.read(folder, problems), problems);
    problems.forEach(errors::println);
    return problems.isEmpty() ? ruleSet : Optional.empty();
  }
}
