package io.redress.cli.options;

import io.redress.platform.text.ClosestWord;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Tables;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option for the rules folder. */
public final class RulesFolder {
  @Option(
      names = "--rules",
      paramLabel = "DIR",
      defaultValue = "${env:REDRESS_RULES_DIR:-rules}",
      description = "Folder of the rule set (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("rules");

  /**
   * Reads a table of the rules. Prints all problems, but fails only if the table itself cannot be
   * read.
   *
   * @throws ParameterException if there is no such table, or it has problems itself
   */
  public DecisionTable table(String name, CommandLine command) {
    List<RuleProblem> problems = new ProblemList();
    Tables tables = Tables.read(RuleSetFiles.folder(folder, problems), problems);
    problems.forEach(command.getErr()::println);
    List<String> names = tables.all().stream().map(DecisionTable::name).toList();
    return tables
        .table(name)
        .orElseThrow(
            () ->
                new ParameterException(
                    command,
                    "Table "
                        + name
                        + " does not exist or cannot be read. "
                        + ClosestWord.advice(name, names)));
  }

  public Path path() {
    return folder;
  }

  /** The path of a file in the rules folder. */
  public Path file(String path) {
    return folder.resolve(path);
  }
}
