package io.redress.cli.rulesets;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.redress.check.compare.RuleSetChanges;
import io.redress.domain.decision.DecisionJson;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two rule sets or workbooks. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description =
        "Compares two folders of rules, or two workbooks: files, tables, rows and cells, and the"
            + " facts for which outcomes change.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:both are equal", "1:they differ", "2:usage, or one cannot be read"})
public final class DiffCommand implements Callable<Integer> {
  private static final int UNREADABLE = 2;

  @Parameters(index = "0", paramLabel = "A", description = "Folder or .xlsx before the change.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "Folder or .xlsx after the change.")
  private Path after = Path.of("");

  @Option(
      names = "--json",
      description = "Prints all changes as JSON, with example facts for each region.")
  private boolean json;

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    for (Path path : List.of(before, after)) {
      if (!Files.isReadable(path)) {
        throw new ParameterException(
            command.commandLine(), path + " does not exist or cannot be read.");
      }
    }
    if (Files.isDirectory(before) != Files.isDirectory(after)) {
      throw new ParameterException(
          command.commandLine(),
          "A folder cannot be compared with a file. Name two folders or two workbooks.");
    }
    Map<String, byte[]> filesBefore = files(before);
    Map<String, byte[]> filesAfter = files(after);
    List<RuleProblem> problems = new ArrayList<>();
    Tables tablesBefore = tables(before, filesBefore, problems);
    Tables tablesAfter = tables(after, filesAfter, problems);
    if (!problems.isEmpty()) {
      return UNREADABLE;
    }
    RuleSetChanges changes =
        RuleSetChanges.between(filesBefore, tablesBefore, filesAfter, tablesAfter);
    command.commandLine().getOut().println(json ? json(changes) : ChangesText.of(changes));
    return changes.none() ? 0 : 1;
  }

  /** Two workbooks are compared as versions of one, even if their names differ. */
  private Map<String, byte[]> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return Map.of(after.getFileName().toString(), Files.readAllBytes(path));
    }
    List<RuleProblem> problems = new ArrayList<>();
    Map<String, byte[]> files = RuleSetFiles.folder(path, problems);
    if (!problems.isEmpty()) {
      throw new ParameterException(command.commandLine(), problems.get(0).toString());
    }
    return files;
  }

  private Tables tables(Path path, Map<String, byte[]> files, List<RuleProblem> problems) {
    List<RuleProblem> found = new ProblemList();
    Tables tables = Tables.read(files, found);
    found.forEach(problem -> command.commandLine().getErr().println(path + ": " + problem));
    problems.addAll(found);
    return tables;
  }

  private static String json(RuleSetChanges changes) {
    try {
      return DecisionJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(changes);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
