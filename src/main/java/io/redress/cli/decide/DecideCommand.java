package io.redress.cli.decide;

import io.redress.cli.options.DisputeFile;
import io.redress.cli.options.PrettyJson;
import io.redress.domain.decision.Decision;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Decides one dispute in process, without a service. */
@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = "Decides the dispute in a file of facts, as POST /v1/decide would.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:decided", "1:the facts were refused, or the rules have problems", "2:usage"})
public final class DecideCommand implements Callable<Integer> {
  private enum Format {
    json,
    text
  }

  @Option(
      names = "--format",
      defaultValue = "json",
      description = "Output format: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.json;

  @Mixin private DisputeFile input = new DisputeFile();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    return input.read(command.commandLine()).map(this::decide).orElse(1);
  }

  private int decide(DisputeFile.Input read) {
    Decision decision = read.rules().decide(read.dispute());
    PrintWriter out = command.commandLine().getOut();
    out.println(format == Format.json ? PrettyJson.of(decision) : DecisionSummary.of(decision));
    return 0;
  }
}
