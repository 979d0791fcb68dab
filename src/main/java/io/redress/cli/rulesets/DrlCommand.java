package io.redress.cli.rulesets;

import io.redress.cli.options.RulesFolder;
import io.redress.rules.engine.DrlExport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a table as DRL. */
@Command(
    name = "drl",
    mixinStandardHelpOptions = true,
    description = "Prints a table as DRL, one rule for each row, for audits with Drools tools.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:printed", "2:usage, or no such table"})
public final class DrlCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TABLE", description = "Name of the table, as in its cell B1.")
  private String table = "";

  @Mixin private RulesFolder rules = new RulesFolder();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    var commandLine = command.commandLine();
    commandLine.getOut().print(DrlExport.of(rules.table(table, commandLine)));
    commandLine.getOut().flush();
    return 0;
  }
}
