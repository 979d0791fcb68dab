package io.redress.cli.decide;

import io.redress.cli.options.DisputeFile;
import io.redress.cli.options.PrettyJson;
import io.redress.domain.decision.Decision;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Decides one dispute, or all of a file, in process, without a service. */
@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = {
      "Decides the dispute in a file of facts, as POST /v1/decide would, or all disputes of a file.",
      "Example: redress decide --input disputes.ndjson --output decisions.csv"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:decided", "1:facts were refused, or the rules have problems", "2:usage"})
public final class DecideCommand implements Callable<Integer> {
  private enum Format {
    json,
    text
  }

  @ArgGroup(exclusive = false, heading = "%nMany disputes:%n")
  private @Nullable FilesToDecide many;

  @Option(
      names = "--format",
      defaultValue = "json",
      description = "Output format: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.json;

  @Mixin private DisputeFile input = new DisputeFile();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    CommandLine line = command.commandLine();
    if (many == null) {
      return input.read(line).map(this::decide).orElse(1);
    }
    if (input.isNamed()) {
      throw new ParameterException(line, "Name one file of facts, or give --input, not both.");
    }
    FilesToDecide files = many;
    return input.rules(line).map(rules -> files.decide(rules, line)).orElse(1);
  }

  private int decide(DisputeFile.Input read) {
    Decision decision = read.rules().decide(read.dispute());
    PrintWriter out = command.commandLine().getOut();
    out.println(format == Format.json ? PrettyJson.of(decision) : DecisionSummary.of(decision));
    return 0;
  }
}
