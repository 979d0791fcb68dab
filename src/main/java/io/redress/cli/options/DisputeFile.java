package io.redress.cli.options;

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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The parameters of commands that decide: a file of facts, and the rules. */
public final class DisputeFile {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Facts as JSON; - reads standard input.")
  private @Nullable String file;

  @Mixin private RuleSetFolders folders = new RuleSetFolders();

  /**
   * What was read.
   *
   * @param dispute with its id and {@code asOf}
   */
  public record Input(RuleSet rules, Dispute dispute) {}

  /**
   * Reads the rules and the facts, and prints all problems.
   *
   * @return empty when either cannot be used
   */
  public Optional<Input> read(CommandLine command) throws IOException {
    byte[] facts = facts(command);
    PrintWriter errors = command.getErr();
    Instant now = Instant.now();
    return rules(command)
        .flatMap(
            read ->
                DisputeReader.read(facts, read.customFacts(), country -> read.today(country, now))
                    .fold(
                        dispute ->
                            Optional.of(
                                new Input(
                                    read,
                                    read.complete(
                                        dispute, now, () -> UUID.randomUUID().toString()))),
                        refused -> refuse(refused, errors)));
  }

  /** Reads the rules and prints all problems; empty when they cannot be used. */
  public Optional<RuleSet> rules(CommandLine command) {
    List<RuleProblem> problems = new ProblemList();
    RuleSetFiles files = folders.read(problems);
    Optional<RuleSet> ruleSet = RuleSet.read(files, problems);
    problems.forEach(command.getErr()::println);
    return ruleSet;
  }

  /** Whether a file of facts was named. */
  public boolean isNamed() {
    return file != null;
  }

  private byte[] facts(CommandLine command) throws IOException {
    if (file == null) {
      throw new ParameterException(command, "Missing required parameter: 'FILE'");
    }
    if (file.equals("-")) {
      try (InputStream input = System.in) {
        return input.readAllBytes();
      }
    }
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      throw new ParameterException(command, "File " + file + " does not exist or cannot be read.");
    }
    return Files.readAllBytes(path);
  }

  private static Optional<Input> refuse(List<FactProblem> problems, PrintWriter errors) {
    problems.forEach(errors::println);
    return Optional.empty();
  }
}
