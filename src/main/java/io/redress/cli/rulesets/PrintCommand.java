package io.redress.cli.rulesets;

import io.redress.cli.options.RulesFolder;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.WorkbookReader;
import io.redress.rules.table.DecisionTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints worksheets as plain text. */
@Command(
    name = "print",
    mixinStandardHelpOptions = true,
    description = "Prints a table, or all sheets of a workbook, as plain text for git diff.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:printed, with its problems", "2:usage, or nothing to print"})
public final class PrintCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "TABLE|FILE.xlsx",
      description = "Name of a table in the rules folder, or path of a workbook.")
  private String source = "";

  @Mixin private RulesFolder rules = new RulesFolder();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (source.endsWith(".xlsx")) {
      print(sheets(Path.of(source)));
    } else {
      DecisionTable table = rules.table(source, command.commandLine());
      print(
          sheets(rules.file(table.file())).stream()
              .filter(sheet -> sheet.name().equals(table.sheet()))
              .toList());
    }
    return 0;
  }

  /**
   * Problems are printed, too, and do not fail the command, because git diff uses it on all
   * versions.
   */
  private List<Sheet> sheets(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new ParameterException(
          command.commandLine(), "File " + file + " does not exist or cannot be read.");
    }
    List<RuleProblem> problems = new ProblemList();
    List<Sheet> sheets =
        WorkbookReader.readAll(file.getFileName().toString(), Files.readAllBytes(file), problems);
    problems.forEach(problem -> command.commandLine().getOut().println("! " + problem));
    return sheets;
  }

  private void print(List<Sheet> sheets) {
    PrintWriter out = command.commandLine().getOut();
    sheets.forEach(sheet -> out.println(SheetText.of(sheet)));
  }
}
