package io.redress.cli.insight;

import io.redress.check.kpi.Kpi;
import io.redress.check.kpi.Kpis;
import io.redress.cli.options.PrettyJson;
import io.redress.cli.options.Progress;
import io.redress.cli.options.RulesFolder;
import io.redress.insight.impact.Comparison;
import io.redress.insight.impact.Evaluated;
import io.redress.insight.impact.Evaluator;
import io.redress.insight.impact.HistoricalDispute;
import io.redress.insight.impact.ImpactReport;
import io.redress.insight.impact.Reporting;
import io.redress.insight.impact.Tally;
import io.redress.intake.batch.CompressedFile;
import io.redress.intake.batch.DisputeRecord;
import io.redress.intake.batch.DisputeStream;
import io.redress.intake.batch.UnreadableInputException;
import io.redress.platform.text.ClosestWord;
import io.redress.platform.thread.OrderedWork;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.RuleProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what a candidate would have cost on disputes of the past. */
@Command(
    name = "impact",
    mixinStandardHelpOptions = true,
    description = {
      "Says what a change of the rules would have cost: the disputes of a file are decided by two",
      "folders of rules, and the differences are added up, by edited cell as well."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:compared; disputes that cannot be decided are counted",
      "1:the rules have problems, or the file cannot be read",
      "2:usage"
    })
public final class ImpactCommand implements Callable<Integer> {
  @Mixin private RulesFolder rules = new RulesFolder();

  @Option(
      names = "--candidate",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the rules that are tried.")
  private Path candidate = Path.of("");

  @Option(
      names = "--facts",
      required = true,
      paramLabel = "FILE",
      description = "Disputes of the past: NDJSON, .csv, .tsv or .xlsx, each also with .gz.")
  private Path facts = Path.of("");

  @Option(
      names = "--redemption-rate",
      paramLabel = "SHARE",
      defaultValue = "1",
      description =
          "Share of the discounts on next orders that buyers use, 0 to 1 (default:"
              + " ${DEFAULT-VALUE}).")
  private BigDecimal redemptionRate = BigDecimal.ONE;

  @Option(
      names = "--kpi",
      paramLabel = "NAME",
      description = "A KPI of kpis.yaml of the candidate; repeatable (default: all).")
  private List<String> kpis = List.of();

  @Option(
      names = "--changes",
      paramLabel = "FILE",
      description = "Writes all disputes that are decided otherwise: .csv or .xlsx.")
  private @Nullable Path changes;

  @Option(names = "--overwrite", description = "Replaces the file of changes.")
  private boolean overwrite;

  @Option(names = "--decimal-comma", description = "Numbers in CSV are written as 12,50.")
  private boolean decimalComma;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Disputes that are decided at once (default: one for each processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "Prints the report as JSON.")
  private boolean json;

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    checkOptions();
    Optional<Comparison.Side> before = side(rules.path());
    Optional<Comparison.Side> after = side(candidate);
    if (before.isEmpty() || after.isEmpty()) {
      return 1;
    }
    PrintWriter errors = command.commandLine().getErr();
    try {
      Evaluator evaluator =
          new Evaluator(
              Comparison.of(before.get(), after.get()), redemptionRate, chosen(after.get()));
      ImpactReport report = report(evaluator, before.get().rules(), after.get().rules());
      PrintWriter out = command.commandLine().getOut();
      if (json) {
        out.println(PrettyJson.of(report));
      } else {
        ImpactText.lines(report).forEach(out::println);
      }
      return 0;
    } catch (NoSuchFileException missing) {
      errors.println("File " + missing.getFile() + " does not exist or cannot be read.");
    } catch (ZipException damaged) {
      errors.println("File " + facts + " is not compressed by gzip, or is damaged.");
    } catch (UnreadableInputException unreadable) {
      errors.println(unreadable.getMessage());
    } catch (IOException failed) {
      errors.println("Stopped: " + failed.getMessage() + ".");
    }
    return 1;
  }

  private void checkOptions() {
    if (threads < 1) {
      throw new ParameterException(command.commandLine(), "--threads must be at least 1.");
    }
    if (redemptionRate.signum() < 0 || redemptionRate.compareTo(BigDecimal.ONE) > 0) {
      throw new ParameterException(
          command.commandLine(), "--redemption-rate must be from 0 to 1, such as 0.3.");
    }
    if (changes != null && Files.exists(changes) && !overwrite) {
      throw new ParameterException(
          command.commandLine(),
          "File " + changes + " exists. Choose another one, or add --overwrite.");
    }
  }

  private Optional<Comparison.Side> side(Path folder) {
    List<RuleProblem> problems = new ProblemList();
    Map<String, byte[]> files = RuleSetFiles.folder(folder, problems);
    Optional<RuleSet> read =
        problems.isEmpty() ? RuleSet.read(RuleSetFiles.of(files), problems) : Optional.empty();
    if (folder.equals(candidate)) {
      Kpis.read(files, problems);
    }
    problems.forEach(problem -> command.commandLine().getErr().println(folder + ": " + problem));
    return read.filter(one -> problems.isEmpty()).map(one -> new Comparison.Side(one, files));
  }

  private List<Kpi> chosen(Comparison.Side tried) {
    List<Kpi> all = Kpis.chosen(tried.files(), List.of());
    List<String> known = all.stream().map(Kpi::name).toList();
    for (String name : kpis) {
      if (!known.contains(name)) {
        throw new ParameterException(
            command.commandLine(),
            "The rules in "
                + candidate
                + " have no KPI called "
                + name
                + ". "
                + (known.isEmpty()
                    ? "Write it in " + RuleSetFiles.KPIS + "."
                    : ClosestWord.advice(name, known)));
      }
    }
    return all.stream().filter(kpi -> kpis.isEmpty() || kpis.contains(kpi.name())).toList();
  }

  private ImpactReport report(Evaluator evaluator, RuleSet base, RuleSet declaring)
      throws IOException {
    Tally tally = new Tally();
    Instant now = Instant.now();
    long start = System.nanoTime();
    try (Progress progress = Progress.of("Comparing", Files.size(facts));
        InputStream in =
            CompressedFile.unpacked(
                progress.watching(Files.newInputStream(facts)), facts.toString());
        DisputeStream disputes =
            DisputeStream.open(in, facts, declaring.customFacts(), decimalComma);
        ChangesFile listed = ChangesFile.open(changes)) {
      OrderedWork.run(
          disputes::next,
          threads,
          record -> evaluator.evaluate(historical(record, now)),
          results -> {
            for (Evaluated result : results) {
              tally.add(result);
              listed.add(result);
            }
            progress.say(tally.decided() + " decided, " + tally.changed() + " otherwise");
          });
      listed.finish();
    }
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    ImpactReport report =
        Reporting.withLetters(
            new Reporting(evaluator, false).of(tally), base, declaring, tally::source);
    command
        .commandLine()
        .getErr()
        .println(
            tally.found()
                + " disputes in "
                + Math.max(1, taken.toSeconds())
                + " s ("
                + tally.found() * 1_000 / Math.max(1, taken.toMillis())
                + " a second)");
    return report;
  }

  private static HistoricalDispute historical(DisputeRecord record, Instant now) {
    return new HistoricalDispute(
        "line-" + record.line(),
        now,
        rules -> record.read(rules.customFacts(), country -> rules.today(country, now)),
        null);
  }
}
