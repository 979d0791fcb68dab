package io.redress.cli.insight;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.cli.options.DisputeFile;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FactProblem;
import io.redress.insight.whatif.Goal;
import io.redress.insight.whatif.WhatIf;
import io.redress.insight.whatif.WhatIfAnswer;
import io.redress.rules.ruleset.RuleSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what would change a decision, and on which facts it hangs. */
@Command(
    name = "whatif",
    mixinStandardHelpOptions = true,
    description = {
      "Says what would change the decision on a file of facts, as POST /v1/whatif would:",
      "the nearest changes that reach a goal, and the facts on which the decision hangs."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the goal can be reached, or is reached already, or none was given",
      "1:the facts or the goal were refused, the rules have problems, or nothing reaches the goal",
      "2:usage"
    })
public final class WhatIfCommand implements Callable<Integer> {
  private static final Duration TIME = Duration.ofMinutes(1);

  @Mixin private DisputeFile input = new DisputeFile();

  @Option(
      names = "--goal",
      paramLabel = "GOAL",
      description = {
        "What the decision should be: a resolution such as REPLACEMENT, or JSON as the expect of a"
            + " test case, such as '{\"nextOrderDiscountPercent\": \">= 10\"}'."
      })
  private @Nullable String goal;

  @Mixin private SentenceOptions output = new SentenceOptions();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    return input.read(command.commandLine()).map(this::ask).orElse(1);
  }

  private int ask(DisputeFile.Input read) {
    List<FactProblem> problems = new ArrayList<>();
    Goal wanted = goal == null ? null : goal(goal, read.rules(), problems);
    if (!problems.isEmpty()) {
      problems.forEach(command.commandLine().getErr()::println);
      return 1;
    }
    WhatIfAnswer answer;
    try (Patience patience = new Patience("Searching ...", command.commandLine().getErr())) {
      answer = WhatIf.ask(read.rules(), read.dispute(), wanted, output.locale(), TIME);
    }
    output.print(answer, WhatIfText.lines(answer), command.commandLine().getOut());
    boolean fails = Boolean.FALSE.equals(answer.reached()) && answer.options().isEmpty();
    return fails ? 1 : 0;
  }

  /** A goal as a request has it, so that it is read as strictly. */
  public record WithGoal(@Nullable ObjectNode goal) {}

  private static @Nullable Goal goal(String text, RuleSet rules, List<FactProblem> problems) {
    String json = text.strip().startsWith("{") ? text : "{\"resolution\": \"" + text + "\"}";
    byte[] body = ("{\"goal\": " + json + "}").getBytes(StandardCharsets.UTF_8);
    return DisputeReader.request(body, WithGoal.class, problems)
        .map(WithGoal::goal)
        .map(wanted -> Goal.read(wanted, rules.tables().terms().own(), problems))
        .orElse(null);
  }
}
