package io.redress.cli.decide;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.redress.cli.options.RulesFolder;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FactProblem;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.RuleProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
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

  @Parameters(paramLabel = "FILE", description = "Facts as JSON; - reads standard input.")
  private String file = "-";

  @Option(
      names = "--format",
      defaultValue = "json",
      description = "Output format: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.json;

  @Mixin private RulesFolder rules = new RulesFolder();

  @Option(
      names = "--test-cases",
      paramLabel = "DIR",
      defaultValue = "${env:REDRESS_TEST_CASES_DIR:-test-cases}",
      description =
          "Folder of the test cases, which are part of the rule set's version (default:"
              + " ${DEFAULT-VALUE}).")
  private Path testCases = Path.of("test-cases");

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    byte[] facts = facts();
    PrintWriter errors = command.commandLine().getErr();
    List<RuleProblem> problems = new ProblemList();
    RuleSetFiles files = RuleSetFiles.read(rules.path(), testCases, problems);
    Optional<RuleSet> ruleSet = RuleSet.read(files, problems);
    problems.forEach(errors::println);
    if (ruleSet.isEmpty()) {
      return 1;
    }
    Instant now = Instant.now();
    return DisputeReader.read(
            facts, ruleSet.get().customFacts(), country -> ruleSet.get().today(country, now))
        .fold(dispute -> decide(dispute, ruleSet.get(), now), this::refuse);
  }

  private byte[] facts() throws IOException {
    if (file.equals("-")) {
      try (InputStream input = System.in) {
        return input.readAllBytes();
      }
    }
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      throw new ParameterException(
          command.commandLine(), "File " + file + " does not exist or cannot be read.");
    }
    return Files.readAllBytes(path);
  }

  private int decide(Dispute dispute, RuleSet ruleSet, Instant now) {
    Decision decision =
        ruleSet.decide(ruleSet.complete(dispute, now, () -> UUID.randomUUID().toString()));
    PrintWriter out = command.commandLine().getOut();
    out.println(format == Format.json ? json(decision) : DecisionSummary.of(decision));
    return 0;
  }

  private static String json(Decision decision) {
    try {
      return DecisionJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(decision);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private int refuse(List<FactProblem> problems) {
    problems.forEach(command.commandLine().getErr()::println);
    return 1;
  }
}
