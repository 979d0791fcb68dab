package io.redress.cli.insight;

import io.redress.cli.options.DisputeFile;
import io.redress.domain.dispute.FactProblem;
import io.redress.insight.explain.Explainer;
import io.redress.insight.explain.Explanation;
import io.redress.insight.explain.Question;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says why a decision is as it is, and why rows did not answer. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Says why the dispute in a file of facts is decided as it is, as POST /v1/explain would.",
      "With --table it says for each row of a table why it answers, or why not."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:explained",
      "1:the facts were refused, the rules have problems, or there is no such row",
      "2:usage"
    })
public final class ExplainCommand implements Callable<Integer> {
  @Mixin private DisputeFile input = new DisputeFile();

  @Option(names = "--table", paramLabel = "NAME", description = "The table to explain.")
  private @Nullable String table;

  @Option(
      names = "--row",
      paramLabel = "N",
      description = "The row of that table, as the spreadsheet numbers it.")
  private @Nullable Integer row;

  @Mixin private SentenceOptions output = new SentenceOptions();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    return input.read(command.commandLine()).map(this::explain).orElse(1);
  }

  private int explain(DisputeFile.Input read) {
    Question question = new Question(table, row);
    List<FactProblem> problems = question.problems(read.rules());
    if (!problems.isEmpty()) {
      problems.forEach(
          problem -> command.commandLine().getErr().println(problem.message().toString()));
      return 1;
    }
    Explanation explanation =
        Explainer.explain(read.rules(), read.dispute(), question, output.locale());
    output.print(
        explanation,
        ExplanationText.lines(explanation, table != null),
        command.commandLine().getOut());
    return 0;
  }
}
