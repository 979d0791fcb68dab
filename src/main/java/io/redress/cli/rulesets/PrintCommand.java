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

/** Shows what stands in workbooks where there is no spreadsheet program. */
@Command(
    name = "print",
    mixinStandardHelpOptions = true,
    description = "Prints a table, or all sheets of a workbook, as plain text for git diff.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:printed, with whatever is wrong with it", "2:usage, or nothing to print"})
public final class PrintCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "TABLE|FILE.xlsx",
      description = "Name of a table of the rules, or a workbook anywhere.")
  private String what = "";

  @Mixin private RulesFolder rules = new RulesFolder();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (what.endsWith(".xlsx")) {
      print(sheets(Path.of(what)));
    } else {
      DecisionTable table = rules.table(what, command.commandLine());
      print(
          sheets(rules.file(table.file())).stream()
              .filter(sheet -> sheet.name().equals(table.sheet()))
              .toList());
    }
    return 0;
  }

  /** Faults are printed with the rest: a version that has some must not stop git's history. */
  private List<Sheet> sheets(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new ParameterException(command.commandLine(), "There is no file " + file + " to read.");
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
