package io.redress.cli.rulesets;

import io.redress.check.admission.Admission;
import io.redress.check.invariant.Invariants.Effort;
import io.redress.check.verify.Finding;
import io.redress.cli.options.Progress;
import io.redress.cli.options.ProgressOption;
import io.redress.rules.ruleset.FolderFiles;
import io.redress.rules.ruleset.IgnoredFile;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a rule set thoroughly before it is used. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Checks a rule set: prints every problem with its cell or line, analyses tables for"
            + " overlaps, gaps and unreachable rows, runs test cases, and checks laws.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the rule set can be activated",
      "1:there are problems, failed cases or violated laws",
      "2:usage"
    })
public final class CheckCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "RULES_DIR",
      defaultValue = "${env:REDRESS_RULES_DIR:-rules}",
      description = "Folder of the rule set (default: ${DEFAULT-VALUE}).")
  private Path rules = Path.of("rules");

  @Option(
      names = "--test-cases",
      paramLabel = "DIR",
      defaultValue = "${env:REDRESS_TEST_CASES_DIR:-test-cases}",
      description = "Folder of its test cases (default: ${DEFAULT-VALUE}).")
  private Path testCases = Path.of("test-cases");

  @Option(
      names = "--verbose",
      description =
          "Also print what is usually intended: gaps that other tables or the flow cover, and rows"
              + " of FIRST tables whose order decides.")
  private boolean verbose;

  @Mixin private ProgressOption progress = new ProgressOption();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    List<RuleProblem> problems = new ArrayList<>();
    RuleSetFiles files = RuleSetFiles.read(rules, testCases, problems);
    Admission admission = admission(files, problems);
    PrintWriter out = command.commandLine().getOut();
    FolderFiles.ofBoth(rules, testCases).ignored().stream()
        .map(IgnoredFile::text)
        .forEach(out::println);
    if (verbose) {
      admission.matterOfCourse().forEach(out::println);
    }
    admission.verification().stream()
        .filter(found -> found.severity() == Finding.Severity.NOTE)
        .forEach(out::println);
    admission.languageNotes().forEach(note -> out.println("note: " + note));
    admission.findings().forEach(out::println);
    out.println(admission.summary());
    return admission.admitted() ? 0 : 1;
  }

  private Admission admission(RuleSetFiles files, List<RuleProblem> problems) {
    try (Progress shown = progress.counting("Checking")) {
      shown.say("Reading rules, analysing tables");
      return Admission.of(
          files,
          problems,
          Effort.THOROUGH,
          decided -> {
            shown.to(decided);
            shown.say("disputes decided for test cases and laws");
          });
    }
  }
}
